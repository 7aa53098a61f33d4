import { describe, expect, it } from 'vitest';
import { totp } from '../../../electron/demo/servers/totp.ts';
import { charlieBrown, startZebbra } from '../../../electron/demo/servers/zebbra.ts';
import { engineFor, problemOf, started } from './engine-under-test.ts';

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
    expect(server.requests.at(-1)?.body).not.toContain('otp');
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
