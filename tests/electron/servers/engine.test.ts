import { afterEach, describe, expect, it } from 'vitest';
import { createAuth0Tenant } from '../../servers/auth0-tenant.ts';
import { startDatarheiCore } from '../../servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../servers/django-oauth-toolkit.ts';
import { startOauth2 } from '../../servers/oauth2.ts';
import { totp } from '../../servers/totp.ts';
import { charlieBrown, startZebbra } from '../../servers/zebbra.ts';
import { engineFor, problemOf } from './engine-under-test.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});
async function started<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  running.push(server);
  return server;
}

const lastOf = <T>(list: readonly T[]): T | undefined => list.at(-1);

describe.each(['auth', 'plain'] as const)('Zebbra with the %s paths', (generation) => {
  const charlie = { username: charlieBrown.username, password: charlieBrown.password };
  async function zebbra(options: Parameters<typeof startZebbra>[0] = {}) {
    const server = await started(startZebbra({ generation, users: [charlieBrown], ...options }));
    return { server, ...engineFor('zebbra', server.url, { paths: generation }) };
  }

  it('logs in, says who it is, asks for expiry, logs out and proves it', async () => {
    const { server, engine, context, exchanges } = await zebbra({ accessTtl: 120 });
    const grant = await engine.login(context(charlie), 'password');
    expect(grant).toMatchObject({ refreshToken: null, tokenType: 'bearer', access: { source: 'exp' } });
    expect(Math.abs((grant.lifetimeMs ?? 0) - 120_000)).toBeLessThanOrEqual(1_000);
    expect(await engine.identity(context({}), grant)).toMatchObject({
      who: charlie.username,
      current: true,
      details: [
        { label: 'First name', value: 'Charlie' },
        { label: 'Last name', value: 'Brown' },
        { label: 'Workspaces', value: 'My Workspace' },
        { label: 'Models', value: expect.any(String) },
      ],
    });
    expect(await engine.check(context({}), grant)).toMatchObject({ verdict: 'alive', expiresAt: null });
    expect(await engine.end(context({}), grant)).toEqual({ ended: 'logged-out', proved: true });
    expect((await problemOf(engine.identity(context({}), grant))).code).toBe('token-refused');
    expect(await engine.check(context({}), grant)).toMatchObject({ verdict: 'alive' });
    expect(server.requests.every(({ headers }) => headers.accept === 'application/json')).toBe(true);
    expect(exchanges.map(({ purpose, outcome, status }) => [purpose, outcome, status])).toEqual([
      ['login', 'ok', 200],
      ['identity', 'ok', 200],
      ['identity', 'ok', 200],
      ['check', 'ok', 200],
      ['logout', 'ok', 200],
      ['proof', 'refused', 401],
      ['identity', 'refused', 401],
      ['check', 'ok', 200],
    ]);
  });

  it('counts the life from receipt though the server’s clock is a day off', async () => {
    const { server, engine, context } = await zebbra({ accessTtl: 120 });
    server.control.setClockOffset(86_400_000);
    const grant = await engine.login(context(charlie), 'password');
    expect(Math.abs((grant.lifetimeMs ?? 0) - 120_000)).toBeLessThanOrEqual(1_000);
    expect(grant.clockSkewMs).toBeGreaterThan(86_000_000);
  });

  it('logs in once more when a login gave a token that was logged out', async () => {
    const { server, engine, context, clock } = await zebbra();
    const dead = {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: '{"detail":"Expired token"}',
    };
    server.control.failNext(1, dead, '/user');
    await engine.login(context(charlie), 'password');
    expect(clock.waits).toEqual([1_000]);
    const tokenPath = generation === 'auth' ? '/auth/token' : '/token';
    expect(server.requestsTo(tokenPath)).toHaveLength(2);
  });

  it('keeps a login whose identity call fails for another reason', async () => {
    const { server, engine, context, clock } = await zebbra();
    server.control.failNext(1, 'cut', '/user');
    expect((await engine.login(context(charlie), 'password')).accessToken).toMatch(/^eyJ/);
    expect(clock.waits).toEqual([]);
  });

  it('asks for the one-time password, and logs in with it', async () => {
    const otpSecret = 'JBSWY3DPEHPK3PXP';
    const { server, engine, context } = await zebbra({ users: [{ ...charlieBrown, otpSecret }] });
    const without = await problemOf(engine.login(context(charlie), 'password'));
    expect(without).toMatchObject({ code: 'one-time-password-needed', field: 'otp' });
    expect(lastOf(server.requests)?.body).not.toContain('otp');
    const otp = totp(otpSecret, Date.now());
    expect((await engine.login(context({ ...charlie, otp }), 'password')).accessToken).toMatch(/^eyJ/);
  });

  it('refuses a wrong password in the server’s words, and an empty one before it is sent', async () => {
    const { server, engine, context } = await zebbra();
    const wrong = await problemOf(engine.login(context({ ...charlie, password: 'not it' }), 'password'));
    expect(wrong).toMatchObject({
      code: 'credentials-refused',
      serverSays: 'Incorrect username or password',
    });
    const before = server.requests.length;
    expect(await problemOf(engine.login(context({ ...charlie, password: '' }), 'password'))).toEqual({
      code: 'bad-input',
      field: 'password',
    });
    expect(server.requests).toHaveLength(before);
  });

  it('registers a user who can then log in', async () => {
    const { engine, context } = await zebbra();
    const lucy = {
      username: 'lucy@example.com',
      password: 'pw-of-lucy',
      firstName: 'Lucy',
      lastName: 'van Pelt',
    };
    expect(await problemOf(engine.register(context(lucy)))).toEqual({
      code: 'bad-input',
      field: 'newWorkspaceName',
    });
    const both = { ...lucy, newWorkspaceName: 'Booth', inviteCode: 'x' };
    expect(await problemOf(engine.register(context(both)))).toEqual({
      code: 'bad-input',
      field: 'inviteCode',
    });
    await engine.register(context({ ...lucy, newWorkspaceName: 'Booth' }));
    const grant = await engine.login(context(lucy), 'password');
    expect((await engine.identity(context({}), grant))?.who).toBe('lucy@example.com');
    expect(await problemOf(engine.register(context({ ...lucy, newWorkspaceName: 'Other' })))).toMatchObject({
      code: 'already-exists',
      field: 'username',
    });
  });

  it('takes the 500 of its expiry call as a token it does not know, and an expired one as such', async () => {
    const { server, engine, context } = await zebbra({ accessTtl: 60 });
    const grant = await engine.login(context(charlie), 'password');
    server.control.setClockOffset(3_600_000);
    expect(await engine.check(context({}), grant)).toMatchObject({ verdict: 'expired' });
    const foreign = { ...grant, accessToken: 'garbage' };
    expect(await engine.check(context({}), foreign)).toMatchObject({ verdict: 'unknown-token' });
  });

  it('says that there is nothing to refresh with', async () => {
    const { engine, context } = await zebbra();
    const grant = await engine.login(context(charlie), 'password');
    expect((await problemOf(engine.refresh(context(charlie), grant))).code).toBe('nothing-to-refresh-with');
  });
});

describe('datarhei Core', () => {
  const admin = { username: 'admin', password: 'datarhei-pw' };
  async function core(options: Parameters<typeof startDatarheiCore>[0] = {}) {
    const server = await started(startDatarheiCore({ slowFailureMs: 50, ...options }));
    return { server, ...engineFor('datarhei-core', server.url) };
  }

  it('logs in, says who it is, refreshes, and keeps the refresh token with its end', async () => {
    const { engine, context } = await core();
    const grant = await engine.login(context(admin), 'password');
    expect(grant.access).toMatchObject({ source: 'exi', expiresAt: grant.access.receivedAt + 600_000 });
    expect(grant.refreshLife).toMatchObject({
      source: 'exi',
      expiresAt: grant.access.receivedAt + 86_400_000,
    });
    const identity = await engine.identity(context({}), grant);
    expect(identity).toMatchObject({
      who: 'admin',
      details: expect.arrayContaining([{ label: 'Version', value: '16.16.0' }]),
    });
    const next = await engine.refresh(context({}), grant);
    expect(next.accessToken).not.toBe(grant.accessToken);
    expect([next.refreshToken, next.refreshLife]).toEqual([grant.refreshToken, grant.refreshLife]);
    expect(await engine.end(context({}), next)).toEqual({ ended: 'unsupported', proved: null });
    expect(await engine.check(context({}), next)).toBeNull();
  });

  it('sees from the missing id that a token is not taken', async () => {
    const { engine, context } = await core();
    const grant = await engine.login(context(admin), 'password');
    const refused = problemOf(engine.identity(context({}), { ...grant, accessToken: 'garbage' }));
    expect((await refused).code).toBe('token-refused');
  });

  it.each([
    [
      { username: 'admin', password: 'wrong' },
      'Invalid authorization credentials: invalid username or password',
    ],
    [
      { username: 'nobody', password: 'x' },
      'Invalid authorization credentials: invalid username or password',
    ],
  ])('waits for a slow refusal and shows its words', async (fields, serverSays) => {
    const { engine, context } = await core();
    expect(await problemOf(engine.login(context(fields), 'password'))).toMatchObject({
      code: 'credentials-refused',
      serverSays,
    });
  });

  it('ends a session whose password was changed, by a 401 to the refresh', async () => {
    const { server, engine, context } = await core();
    const grant = await engine.login(context(admin), 'password');
    server.changePassword('another');
    expect(await problemOf(engine.refresh(context(admin), grant))).toMatchObject({
      code: 'grant-refused',
      serverSays: 'Missing or invalid JWT token',
    });
  });

  it('logs in with an Auth0 token, alone in the header', async () => {
    const auth0 = createAuth0Tenant({
      domain: 'auth0.test',
      audience: 'https://core.example/api',
      clientid: 'c1',
      users: ['auth0|alice'],
    });
    const { server, engine, context } = await core({ auth0 });
    const auth0Token = auth0.mint('auth0|alice');
    const grant = await engine.login(context({ auth0Token, ...admin }), 'auth0');
    expect(lastOf(server.requests)).toMatchObject({
      body: '',
      headers: { authorization: `Bearer ${auth0Token}` },
    });
    expect(lastOf(server.requests)?.headers['content-type']).toBeUndefined();
    expect((await engine.identity(context({}), grant))?.who).toBe('auth0|alice');
    const stranger = await problemOf(
      engine.login(context({ auth0Token: auth0.mint('auth0|mallory') }), 'auth0'),
    );
    expect(stranger.serverSays).toMatch(/user not allowed$/);
  });

  it('goes on with pasted tokens, also with the refresh token alone', async () => {
    const { server, engine, context } = await core();
    const { accessToken, refreshToken } = await engine.login(context(admin), 'password');
    const saved = { accessToken: `Bearer ${accessToken}\n`, refreshToken: ` ${refreshToken} ` };
    const before = server.requests.length;
    const pasted = await engine.login(context(saved), 'paste');
    expect(pasted).toMatchObject({
      accessToken,
      refreshToken,
      access: { source: 'exp' },
      refreshLife: { source: 'exp' },
    });
    expect(server.requests).toHaveLength(before);
    const alone = await engine.login(context({ refreshToken: refreshToken ?? '' }), 'paste');
    expect(alone).toMatchObject({ refreshToken, access: { source: 'exi' } });
    expect(alone.refreshLife?.expiresAt).toBe(pasted.refreshLife?.expiresAt);
  });

  it('notices tokens that were pasted into each other’s place', async () => {
    const { engine, context } = await core();
    const { accessToken, refreshToken } = await engine.login(context(admin), 'password');
    const swapped = { accessToken: refreshToken ?? '', refreshToken: accessToken };
    expect(await problemOf(engine.login(context(swapped), 'paste'))).toEqual({
      code: 'bad-input',
      field: 'accessToken',
    });
    expect((await problemOf(engine.login(context({}), 'paste'))).field).toBe('accessToken');
  });

  it('takes the 403 of a server open to localhost for a refusal', async () => {
    const { engine, context } = await core({ authentication: 'not-for-localhost' });
    const grant = await engine.login(context(admin), 'password');
    expect((await problemOf(engine.refresh(context({}), grant))).code).toBe('grant-refused');
  });
});

const client = { clientId: 'password-client', clientSecret: 'password-client-secret' };
const alice = { ...client, username: 'alice', password: 'alice-password' };

describe('a stand-in of Django OAuth Toolkit', () => {
  it.each(['s', 'ms'] as const)('comes out at ten minutes when it counts in %s', async (expiresInUnit) => {
    const server = await started(startDjangoOauthToolkit({ expiresInUnit }));
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    expect(grant).toMatchObject({
      lifetimeMs: 600_000,
      access: { guessed: expiresInUnit === 'ms', source: 'expires_in' },
    });
  });

  it('revokes in the body, with the client and the refresh token', async () => {
    const server = await started(startDjangoOauthToolkit());
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    await engine.end(context(alice), grant);
    const [revoked] = server.requestsTo('/auth/oauth2/revoke_token/');
    expect(JSON.parse(revoked?.body ?? '')).toEqual({
      token: grant.refreshToken,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    });
    expect(revoked?.headers.authorization).toBeUndefined();
  });

  it('takes a 500 for a passing failure', async () => {
    const server = await started(startDjangoOauthToolkit());
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    server.control.failNext(1, {
      status: 500,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Server Error (500)</h1>',
    });
    expect(await problemOf(engine.refresh(context(alice), grant))).toEqual({
      code: 'server-failed',
      status: 500,
    });
  });
});

describe('OAuth 2.0 client credentials', () => {
  const service = { clientId: 'service', clientSecret: 'service-secret' };

  it.each([
    ['basic', 'jwt', 'exp-iat'],
    ['body', 'opaque', 'expires_in'],
  ] as const)(
    'grants a token for a client in %s, as %s',
    async (clientAuthentication, tokenFormat, source) => {
      const server = await started(startOauth2({ clientAuthentication, tokenFormat, accessTtl: 300 }));
      const { engine, context } = engineFor('oauth2', server.url, { clientAuth: clientAuthentication });
      const fields = { ...service, scope: 'read', audience: 'https://api.example' };
      const grant = await engine.login(context(fields), 'client-credentials');
      expect(grant).toMatchObject({
        lifetimeMs: 300_000,
        scope: 'read',
        refreshToken: null,
        access: { source },
      });
      expect((await engine.identity(context(fields), grant))?.who).toBe('service');
      expect(lastOf(server.requestsTo('/oauth/token'))?.body).toContain('audience=https%3A%2F%2Fapi.example');
      expect(await engine.end(context(fields), grant)).toEqual({ ended: 'unsupported', proved: null });
    },
  );

  it('encodes an odd secret, and names a wrong one as the client’s', async () => {
    const server = await started(startOauth2());
    const { engine, context } = engineFor('oauth2', server.url);
    const odd = { clientId: 'service-odd', clientSecret: 'a+b%20c:d&e=f/~' };
    expect((await engine.login(context(odd), 'client-credentials')).scope).toBe('read');
    const wrong = await problemOf(
      engine.login(context({ ...odd, clientSecret: 'nope' }), 'client-credentials'),
    );
    expect(wrong).toMatchObject({ code: 'client-refused', serverSays: 'client authentication failed' });
    const scope = await problemOf(engine.login(context({ ...service, scope: 'nope' }), 'client-credentials'));
    expect(scope).toMatchObject({ code: 'scope-refused', field: 'scope' });
  });

  it.each([
    ['introspection', { introspectionUrl: '/oauth/introspect' }],
    ['the identity call', {}],
  ])('proves a revocation by %s', async (_name, more) => {
    const server = await started(startOauth2({ revocation: true, introspection: true }));
    const settings = { revocationUrl: '/oauth/revoke', ...more };
    const { engine, context } = engineFor('oauth2', server.url, settings);
    const grant = await engine.login(context(service), 'client-credentials');
    expect(await engine.end(context(service), grant)).toEqual({ ended: 'revoked', proved: true });
  });

  it('claims no proof where the identity call refused the token before', async () => {
    const server = await started(startOauth2({ revocation: true }));
    const { engine, context } = engineFor('oauth2', server.url, {
      revocationUrl: '/oauth/revoke',
      identityPath: '/none',
    });
    const grant = await engine.login(context(service), 'client-credentials');
    expect(await engine.end(context(service), grant)).toEqual({ ended: 'revoked', proved: null });
  });

  it('says which call a curl command can make', () => {
    const { engine, record } = engineFor('oauth2', 'https://api.example', { identityPath: '' });
    expect(engine.curlTarget(record)).toEqual({ method: 'GET', url: 'https://api.example/' });
    expect(engine.curlTarget({ ...record, settings: {} }).url).toBe('https://api.example/userinfo');
  });
});
