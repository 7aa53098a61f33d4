import { join } from 'node:path';
import {
  startDjangoOauthToolkit,
  toolkitClients,
  toolkitUsers,
} from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { startRealOidc } from '../../tests/servers/real/real-oidc.ts';
import { type Figure, figureOf } from './figure.ts';
import type { LoginsInput, LoginTimes } from './logins-in-main.ts';
import { type Bench, usualRounds } from './part.ts';
import { runProgram } from './program.ts';

/** A login of a server on this machine takes milliseconds, so that many more cost nothing. */
const rounds = 7 * usualRounds;

export async function measureLogins(bench: Bench): Promise<readonly Figure[]> {
  const [toolkit, provider] = await Promise.all([startDjangoOauthToolkit(), startRealOidc()]);
  try {
    const [client] = toolkitClients;
    const [user] = toolkitUsers;
    const input: LoginsInput = {
      rounds: bench.rounds(rounds),
      toolkit: {
        url: toolkit.url,
        fields: { clientId: client?.id ?? '', clientSecret: client?.secret ?? '', ...user },
      },
      provider: { url: provider.url, clientId: 'client-basic', clientSecret: 'basic-secret+%20/' },
    };
    const userData = join(bench.folder, 'logins');
    const times = await runProgram<LoginTimes>(bench, { action: 'logins', input, userData });
    return [
      figureOf(
        {
          name: 'login-password',
          what: 'password login, with the question who that is',
          against: 'the same two calls with bare axios',
          unit: 'ms',
          goal: { by: 'ratio', atMost: 1.1 },
        },
        times.password,
      ),
      figureOf(
        {
          name: 'login-client',
          what: 'login with client credentials at an OpenID provider',
          against: 'openid-client, the same grant',
          unit: 'ms',
          goal: { by: 'ratio', atMost: 1 },
        },
        times.client,
      ),
    ];
  } finally {
    await Promise.all([toolkit.close(), provider.close()]);
  }
}
