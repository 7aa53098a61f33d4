import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { blankKind } from '../../../electron/contract/own-kind.ts';
import { probeResultSchema } from '../../../electron/contract/probe-result.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { createAuth0Tenant } from '../../../electron/demo/servers/auth0-tenant.ts';
import { startDatarheiCore } from '../../../electron/demo/servers/datarhei-core.ts';
import { startOauth2 } from '../../../electron/demo/servers/oauth2.ts';
import { jsonReply } from '../../../electron/demo/servers/reply.ts';
import { startStandIn } from '../../../electron/demo/servers/stand-in.ts';
import { startZebbra } from '../../../electron/demo/servers/zebbra.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createProbe } from '../../../electron/servers/probe.ts';
import { startJsonLogin } from '../../servers/json-login.ts';
import { html, startScripted } from '../../servers/scripted.ts';
import { problemOf, realHttp } from './engine-under-test.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
async function started<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  open.push(server);
  return server;
}

const probe = createProbe({ http: realHttp, clock: systemClock, kinds: () => kinds });
async function ask(address: string) {
  const result = await probe({ address, allowPlainHttp: false });
  expect(result.requests).toBeLessThanOrEqual(12);
  return probeResultSchema.strict().parse(result);
}

describe('a probe', () => {
  it.each(['auth', 'plain'] as const)('knows a Zebbra and its %s paths', async (generation) => {
    const server = await started(startZebbra({ generation }));
    const pasted = generation === 'auth' ? '/auth/token' : '/token';
    for (const path of ['', '/', pasted]) {
      const found = await ask(server.url + path);
      expect(found).toMatchObject({ address: server.url, answered: true, tls: 'plain' });
      expect(found.matches).toEqual([
        {
          kindId: 'zebbra',
          certain: true,
          suggestedName: 'Zebbra',
          settings: { paths: generation },
          acceptedLogins: [],
          facts: [],
          evidence: [
            { text: 'GET / answers as Zebbra does.', sure: true },
            {
              text: `GET ${pasted} answers as Zebbra does. Login paths: ${generation === 'auth' ? '/auth/token (newer)' : '/token (until August 2022)'}`,
              sure: true,
            },
            {
              text:
                generation === 'auth'
                  ? 'Its OpenAPI document names a password flow at /token, where nothing is. Lanyard uses /auth/token.'
                  : 'Its OpenAPI document names a password flow at /token, which answers as Zebbra’s.',
              sure: true,
            },
          ],
        },
      ]);
    }
    expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('reads from a Core which logins it accepts, wherever it was pasted from', async () => {
    const auth0 = createAuth0Tenant({ domain: 'a.test', audience: 'x', clientid: 'c', users: [] });
    const server = await started(startDatarheiCore({ auth0 }));
    for (const path of ['', '/api', '/api/', '/api/login', '/api/login/refresh']) {
      const found = await ask(server.url + path);
      expect(found.address).toBe(server.url);
      expect(found.matches[0]).toEqual({
        kindId: 'datarhei-core',
        certain: true,
        suggestedName: 'datarhei Core',
        settings: {},
        acceptedLogins: ['password', 'auth0', 'paste'],
        facts: ['version 16.0.0'],
        evidence: [{ text: 'GET /api answers as datarhei Core does.', sure: true }],
      });
    }
  });

  it('says so when a Core asks for no token', async () => {
    const server = await started(startDatarheiCore({ authentication: 'off' }));
    const [match] = (await ask(server.url)).matches;
    expect(match).toMatchObject({
      suggestedName: 'real-core',
      acceptedLogins: ['paste'],
      facts: ['version 16.16.0', 'asks for no token', 'authentication is off'],
    });
  });

  it.each(['basic', 'body'] as const)(
    'reads the metadata of an OAuth server whose clients use %s',
    async (clientAuthentication) => {
      const server = await started(startOauth2({ clientAuthentication, introspection: true }));
      const [match] = (await ask(server.url)).matches;
      expect(match).toMatchObject({
        kindId: 'oauth2',
        certain: true,
        suggestedName: new URL(server.url).host,
      });
      expect(match?.settings).toEqual({
        tokenUrl: '/oauth/token',
        identityPath: '/userinfo',
        introspectionUrl: '/oauth/introspect',
        clientAuth: clientAuthentication,
      });
    },
  );

  it('finds a bare token endpoint that was pasted', async () => {
    const server = await started(startOauth2({ metadata: false, tokenPath: '/custom/v2/token' }));
    const found = await ask(`${server.url}/custom/v2/token`);
    expect(found.address).toBe(server.url);
    expect(found.matches.find(({ kindId }) => kindId === 'oauth2')?.settings.tokenUrl).toBe(
      '/custom/v2/token',
    );
  });

  it('recognises nothing in a web site, and says that something answered', async () => {
    const server = await started(startScripted(Array.from({ length: 12 }, () => html(200, 'Welcome'))));
    expect(await ask(server.url)).toMatchObject({ answered: true, matches: [] });
  });

  it('asks a host that does not answer no further', async () => {
    const server = await started(startScripted([]));
    await server.close();
    const result = await ask(server.url);
    expect(result).toMatchObject({ answered: false, matches: [], address: server.url });
    expect(result.requests).toBeLessThanOrEqual(4);
  });

  it.each(['', '/docs', '/openapi.json'])(
    'reads the login out of the OpenAPI document of a server that is pasted as %j, and looks whether it is there',
    async (pasted) => {
      const server = await started(startJsonLogin({ document: true }));
      const { address, matches, sketch } = await ask(server.url + pasted);
      expect([address, matches]).toEqual([server.url, []]);
      expect(sketch).toMatchObject({
        address: server.url,
        ownKind: { logins: [{ request: { path: '/v1/session' } }], grant: { accessToken: 'data.token' } },
      });
      expect(sketch?.findings).toContainEqual({
        text: 'GET /v1/session answers 405: something is there.',
        sure: true,
      });
      expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    },
  );

  it('takes no server for a Zebbra because of its framework', async () => {
    const refuses = () => jsonReply(405, { detail: 'Method Not Allowed' });
    const server = await started(
      startStandIn(
        {},
        () =>
          ({ path }) =>
            path === '/token' ? refuses() : jsonReply(404, { detail: 'Not Found' }),
      ),
    );
    const { matches } = await ask(server.url);
    expect(matches.every(({ certain }) => !certain)).toBe(true);
    expect(matches.map(({ evidence }) => evidence.every(({ sure }) => sure))).not.toContain(true);
  });

  it('asks nothing twice, and nothing more where nothing is', async () => {
    const server = await started(startStandIn({}, () => () => jsonReply(404, {})));
    await ask(server.url);
    const asked = server.requests.map(({ method, path, body }) => [method, path, body].join(' '));
    expect(new Set(asked).size).toBe(asked.length);
    const posted = server.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(new Set(posted).size).toBe(posted.length);
  });

  const ownKind = (steps: ServerKind['probe']['steps'], more: Partial<ServerKind> = {}): ServerKind => ({
    ...blankKind,
    ...{ id: 'own-x', label: 'Mine', ...more },
    probe: { endpoints: [], steps },
  });
  const probeWith = (kind: ServerKind, address: string) =>
    createProbe({ http: realHttp, clock: systemClock, kinds: () => [kind, ...kinds] })({
      address,
      allowPlainHttp: false,
    });
  const saysHello = [{ status: [200], path: 'hello', equals: 'me' }];

  it('asks for a description from outside twice, by GET, within the twelve requests there are', async () => {
    const server = await started(startStandIn({}, () => () => jsonReply(200, { hello: 'me' })));
    const kind = ownKind([
      { request: { method: 'DELETE', path: '/own-0' }, match: saysHello, certain: true },
      {
        request: { method: 'POST', path: '/own-1', body: { as: 'json', fields: { admin: 'yes' } } },
        match: saysHello,
        certain: true,
      },
      { request: { method: 'GET', path: '/own-2' }, match: [{}], certain: true },
      ...[3, 4, 5, 6].map((at) => ({
        request: { method: 'GET' as const, path: `/own-${at}` },
        match: saysHello,
        certain: true,
      })),
    ]);
    const { matches } = await probeWith(kind, server.url);
    const asked = server.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked.filter((one) => one.includes('/own-')).sort()).toEqual(['GET /own-3', 'GET /own-4']);
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(matches).toMatchObject([
      { kindId: 'own-x', certain: false, evidence: [{ sure: false }, { sure: false }] },
    ]);
  });

  it('asks for no description from outside what a kind of its own knows', async () => {
    const server = await started(startOauth2({ metadata: true }));
    const kind = ownKind([{ request: { method: 'GET', path: '/own' }, match: [{ status: [404] }] }]);
    expect((await probeWith(kind, server.url)).matches.map(({ kindId }) => kindId)).not.toContain('own-x');
    expect(server.requests.map(({ path }) => path)).not.toContain('/own');
  });

  it('puts a description from outside behind a guess of its own', async () => {
    const server = await started(
      startStandIn(
        {},
        () =>
          ({ path }) =>
            path.startsWith('/own-')
              ? jsonReply(200, { hello: 'me' })
              : path === '/token'
                ? jsonReply(405, { detail: 'Method Not Allowed' })
                : jsonReply(404, { detail: 'Not Found' }),
      ),
    );
    const kind = ownKind(
      [1, 2].map((at) => ({
        request: { method: 'GET', path: `/own-${at}` },
        match: saysHello,
        certain: true,
      })),
    );
    const { matches } = await probeWith(kind, server.url);
    expect(matches.map(({ kindId }) => kindId)).toEqual(['zebbra', 'own-x']);
  });

  it('asks nobody else in the name of a description from outside', async () => {
    const server = await started(startStandIn({}, () => () => jsonReply(404, {})));
    const elsewhere = await started(startStandIn({}, () => () => jsonReply(200, { hello: 'me' })));
    const settings = [
      {
        id: 'where',
        label: 'Where',
        type: 'text',
        secret: false,
        keep: 'always',
        optional: true,
        mayLeaveOrigin: true,
      } as const,
    ];
    const step = {
      request: { method: 'GET', path: '{where}' },
      tries: [{ where: `${elsewhere.url}/own` }],
      match: saysHello,
    } as const;
    const kind = ownKind([{ ...step, tries: [...step.tries], match: [...step.match] }], {
      settings: [...settings],
      origins: [elsewhere.url],
    });
    expect((await probeWith(kind, server.url)).matches).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('refuses a bad address before anything is sent', async () => {
    const refusal = (address: string) => problemOf(probe({ address, allowPlainHttp: false }));
    expect(await refusal('ftp://x')).toEqual({ code: 'address-invalid', field: 'address' });
    expect(await refusal('http://api.example')).toMatchObject({
      code: 'plain-http-refused',
      field: 'address',
    });
  });
});
