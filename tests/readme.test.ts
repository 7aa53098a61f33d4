import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../electron/adapters/system-clock.ts';
import { type ServerKind, serverKindSchema } from '../electron/contract/server-kind.ts';
import { createEngine } from '../electron/servers/create-engine.ts';
import { password, username } from '../electron/servers/kinds/login-fields.ts';
import { realHttp } from './electron/servers/engine-under-test.ts';
import { json, type Scripted, startScripted } from './servers/scripted.ts';

/** The kind of README's example, read from README itself. */
async function exampleKind(): Promise<ServerKind> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n.*?= (\{.*?\n\});\n```/s.exec(readme)?.[1];
  const value: unknown = runInNewContext(`(${example})`, { username, password });
  return serverKindSchema.parse(JSON.parse(JSON.stringify(value)));
}

let server: Scripted | undefined;
afterEach(() => server?.close());

describe('the example of a kind in README', () => {
  it('logs in, says who one is, and refreshes', async () => {
    server = await startScripted([
      json(200, '{"data":{"token":"a1","refresh":"r1","ttl":900}}'),
      json(200, '{"email":"ann@example.com"}'),
      json(200, '{"data":{"token":"a2","refresh":"r2","ttl":900}}'),
    ]);
    const kind = await exampleKind();
    const engine = createEngine({ http: realHttp, clock: systemClock, kinds: () => [kind] });
    const context = {
      server: {
        id: 's1',
        kindId: kind.id,
        name: kind.label,
        address: server.url,
        settings: {},
        allowPlainHttp: false,
        acceptedLogins: [],
        facts: [],
      },
      fields: { username: 'ann', password: 'secret' },
      onExchange: () => {},
    };

    const grant = await engine.login(context, 'password');
    expect(grant).toMatchObject({ accessToken: 'a1', refreshToken: 'r1', lifetimeMs: 900_000 });
    expect(await engine.identity(context, grant)).toMatchObject({ who: 'ann@example.com', current: true });
    expect(await engine.refresh(context, grant)).toMatchObject({ accessToken: 'a2', refreshToken: 'r2' });
    expect(server.requests.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /session {"user":"ann","pass":"secret"}',
      'GET /me ',
      'POST /session/refresh {"token":"r1"}',
    ]);
  });
});
