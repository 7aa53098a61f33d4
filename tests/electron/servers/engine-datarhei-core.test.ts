import { describe, expect, it } from 'vitest';
import { createAuth0Tenant } from '../../../electron/demo/servers/auth0-tenant.ts';
import { startDatarheiCore } from '../../../electron/demo/servers/datarhei-core.ts';
import { engineFor, problemOf, started } from './engine-under-test.ts';

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
    expect(server.requests.at(-1)).toMatchObject({
      body: '',
      headers: { authorization: `Bearer ${auth0Token}` },
    });
    expect(server.requests.at(-1)?.headers['content-type']).toBeUndefined();
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
