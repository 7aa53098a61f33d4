import { randomBytes } from 'node:crypto';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import type { StandIn } from '../../electron/demo/servers/stand-in.ts';
import { startZebbra } from '../../electron/demo/servers/zebbra.ts';

/** One server, what a user types to get in, and what is typed by mistake before. */
export interface CanaryServer {
  readonly standIn: StandIn;
  readonly address: string;
  readonly name: string;
  readonly kindLabel: string;
  readonly signIn: Readonly<Record<string, string>>;
  readonly mistake: Readonly<Record<string, string>>;
  /** On the button that gets a new token. */
  readonly renewLabel: string;
}

export interface CanaryServers {
  readonly servers: readonly CanaryServer[];
  readonly passphrase: string;
  readonly wrongPassphrase: string;
  readonly backupPassphrase: string;
  /** Everything secret that was typed, or went over the wire, so far. */
  secrets(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Chance alone, so that no sixteen bytes of it, however written, lie anywhere else; and all that encodings treat in their own way, behind a
 * dash as an option begins.
 */
function newCanary(): string {
  const random = (): string => randomBytes(15).toString('base64url');
  return `-${random()}+/%&"\u00e4=?${random()}`;
}

/** Starts servers whose every credential is a canary: one of each kind, or the first few. */
export async function startCanaryServers(most = 4): Promise<CanaryServers> {
  const canaries: Record<string, string> = {};
  const canary = (name: string): string => {
    canaries[name] = newCanary();
    return canaries[name];
  };
  const passphrase = canary('passphrase');
  const wrongPassphrase = canary('wrong passphrase');
  const backupPassphrase = canary('backup passphrase');
  const zebbraUser = { username: 'charlie@example.com', password: canary('Zebbra password') };
  const coreUser = { username: 'admin', password: canary('Core password') };
  const toolkitUser = { username: 'alice', password: canary('toolkit password') };
  const toolkitClient = {
    id: 'desktop',
    secret: canary('toolkit client secret'),
    grant: 'password' as const,
  };
  const service = { id: 'service', secret: canary('OAuth client secret') };
  const [zebbra, core, toolkit, oauth2] = await Promise.all([
    startZebbra({ users: [zebbraUser] }),
    startDatarheiCore({ ...coreUser, slowFailureMs: 0 }),
    startDjangoOauthToolkit({ clients: [toolkitClient], users: [toolkitUser] }),
    startOauth2({ clients: [service], revocation: true, introspection: true, tokenFormat: 'opaque' }),
  ]);
  const standIns = [zebbra, core, toolkit, oauth2];
  return {
    passphrase,
    wrongPassphrase,
    backupPassphrase,
    servers: [
      {
        standIn: core,
        address: core.url,
        name: 'Core',
        kindLabel: 'datarhei Core',
        signIn: { Username: coreUser.username, Password: coreUser.password },
        mistake: { Password: canary('wrong Core password') },
        renewLabel: 'Refresh now',
      },
      {
        standIn: toolkit,
        address: `${toolkit.url}/auth/oauth2/token/`,
        name: 'Toolkit',
        kindLabel: 'Django OAuth Toolkit',
        signIn: {
          'Client ID': toolkitClient.id,
          'Client secret': toolkitClient.secret,
          Username: toolkitUser.username,
          Password: toolkitUser.password,
        },
        mistake: { 'Client secret': canary('wrong toolkit client secret') },
        renewLabel: 'Refresh now',
      },
      {
        standIn: zebbra,
        address: zebbra.url,
        name: 'Zebbra',
        kindLabel: 'Zebbra',
        signIn: { Username: zebbraUser.username, Password: zebbraUser.password },
        mistake: { Password: canary('wrong Zebbra password') },
        renewLabel: 'Sign in again',
      },
      {
        standIn: oauth2,
        address: oauth2.url,
        name: 'OAuth',
        kindLabel: 'OAuth 2.0 client',
        signIn: { 'Client ID': service.id, 'Client secret': service.secret },
        mistake: { 'Client secret': canary('wrong OAuth client secret') },
        renewLabel: 'Sign in again',
      },
    ].slice(0, most),
    secrets() {
      const carried = standIns.flatMap(({ requests, answers }) => [
        ...requests.flatMap((request) => bearerOf(request) ?? []),
        ...[...requests.map(({ body }) => body), ...answers].flatMap(tokensIn),
      ]);
      const tokens = new Set(carried);
      return { ...canaries, ...Object.fromEntries([...tokens].map((token, at) => [`token ${at}`, token])) };
    },
    close: async () => {
      await Promise.all(standIns.map((standIn) => standIn.close()));
    },
  };
}

/** The tokens that a body carries: of a request, or of the answer that issued them. */
function tokensIn(body: string): readonly string[] {
  const names = '(?:refresh_token|access_token|token)';
  const inJson = body.matchAll(new RegExp(`"${names}"\\s*:\\s*"([^"]+)"`, 'g'));
  const inForm = body.matchAll(new RegExp(`(?:^|&)${names}=([^&]+)`, 'g'));
  return [...inJson, ...inForm].flatMap(([, token]) => (token ? [decodeURIComponent(token)] : []));
}
