import axios from 'axios';
import { allowInsecureRequests, ClientSecretBasic, clientCredentialsGrant, discovery } from 'openid-client';
import { createAxiosHttp } from '../../electron/adapters/axios-http.ts';
import { systemClock as clock } from '../../electron/adapters/system-clock.ts';
import { createEngine } from '../../electron/servers/create-engine.ts';
import type { CallContext } from '../../electron/servers/engine.ts';
import { kinds } from '../../electron/servers/kinds.ts';
import type { Server } from '../../electron/servers/server.ts';
import type { Rounds } from './figure.ts';
import { interleaved } from './rounds.ts';
import { timed } from './saves-in-main.ts';

export interface LoginsInput {
  readonly rounds: number;
  /** A server of the Django OAuth Toolkit, and who gets in. */
  readonly toolkit: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
  /** An OpenID provider, and a client of its own. */
  readonly provider: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
}

export interface LoginTimes {
  readonly password: Required<Rounds>;
  readonly client: Required<Rounds>;
}

/** Logs in by Lanyard's engine and by what anybody could take in its place. */
export async function logIn({ rounds, toolkit, provider }: LoginsInput): Promise<LoginTimes> {
  const engine = createEngine({
    http: createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' }),
    clock,
    kinds: () => kinds,
  });
  const atToolkit = contextOf('django-oauth-toolkit', toolkit.url, {}, toolkit.fields);
  const password = await interleaved(rounds, {
    ours: () =>
      timed(async () => {
        const grant = await engine.login(atToolkit, 'password');
        const identity = await engine.identity(atToolkit, grant);
        if (identity?.who !== toolkit.fields.username) throw new Error('Somebody else is signed in.');
      }),
    theirs: () => timed(() => logInBarely(toolkit)),
  });

  const { clientId, clientSecret } = provider;
  const config = await discovery(
    new URL(provider.url),
    clientId,
    undefined,
    ClientSecretBasic(clientSecret),
    {
      execute: [allowInsecureRequests],
    },
  );
  const tokenUrl = config.serverMetadata().token_endpoint ?? '';
  const atProvider = contextOf('oauth2', provider.url, { tokenUrl }, { clientId, clientSecret });
  const client = await interleaved(rounds, {
    ours: () => timed(() => engine.login(atProvider, 'client-credentials')),
    theirs: () => timed(() => clientCredentialsGrant(config)),
  });
  return { password, client };
}

/** The same two calls, as a script would make them. */
async function logInBarely({ url, fields }: LoginsInput['toolkit']): Promise<void> {
  const { clientId = '', clientSecret = '', username, password } = fields;
  const { data: granted } = await axios.post(
    `${url}/auth/oauth2/token/`,
    { grant_type: 'password', username, password },
    { auth: { username: clientId, password: clientSecret } },
  );
  const { data: me } = await axios.get(`${url}/api/me/`, {
    headers: { Authorization: `Bearer ${granted.access_token}` },
  });
  if (me.username !== username) throw new Error('Somebody else is signed in.');
}

function contextOf(
  kindId: string,
  address: string,
  settings: Server['settings'],
  fields: CallContext['fields'],
): CallContext {
  const server = { id: kindId, kindId, name: kindId, address, settings, allowPlainHttp: true };
  return { server: { ...server, acceptedLogins: [], facts: [] }, fields, onExchange: () => {} };
}
