import { signJwt } from '../../electron/demo/servers/jwt.ts';
import { type RecordingServer, startRecordingServer } from '../../electron/demo/servers/recording-server.ts';

export interface ShrinkingServer extends RecordingServer {
  /** Where it gives tokens, as a Django OAuth Toolkit does. */
  readonly address: string;
  /** Every token that it gave so far, by a name of its own. */
  readonly given: () => Readonly<Record<string, string>>;
}

/**
 * Gives JWTs, and with every refresh less: `admin:write` is gone from the scope, the life is a sixth, another key signs, and the tenant
 * is not named any more.
 */
export async function startShrinkingServer(now = Date.now): Promise<ShrinkingServer> {
  const given = new Map<string, string>();
  const server = await startRecordingServer({ now }, ({ method, body }, response) => {
    if (method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    const isRefresh = body.includes('refresh_token');
    const count = given.size / 2 + 1;
    const iat = Math.floor(now() / 1000);
    const life = isRefresh ? 600 : 3600;
    const scope = isRefresh ? 'read write' : 'read write admin:write';
    const claims = {
      iss: 'https://id.example.com',
      sub: 'alice',
      jti: `token-${count}`,
      iat,
      exp: iat + life,
    };
    const accessToken = signJwt({ ...claims, scope, ...(!isRefresh && { tenant: 'acme' }) }, 'key', {
      kid: isRefresh ? 'second' : 'first',
    });
    const refreshToken = `canary-refresh-token-${count}-${'x'.repeat(24)}`;
    given.set(`access token ${count}`, accessToken);
    given.set(`refresh token ${count}`, refreshToken);
    response.setHeader('Content-Type', 'application/json');
    response.writeHead(200).end(
      JSON.stringify({
        access_token: accessToken,
        refresh_token: refreshToken,
        token_type: 'Bearer',
        expires_in: life,
        scope,
      }),
    );
  });
  return { ...server, address: `${server.url}/auth/oauth2/token/`, given: () => Object.fromEntries(given) };
}
