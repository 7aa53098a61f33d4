import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createProofKey } from '../../../electron/servers/key-proof.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { engineFor, problemOf } from './engine-under-test.ts';

const START_LIMIT_MS = 30_000;
const fields = { clientId: 'desktop-dpop', scope: 'openid email offline_access' };

describe.each([
  ['with', true],
  ['without', false],
] as const)('a real OpenID provider that binds tokens to keys %s a nonce', (_word, dpopNonce) => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealOidc({ dpopNonce });
  }, START_LIMIT_MS);
  afterAll(() => server.close());

  /** An engine that has never spoken to the server, with somebody at the browser. */
  function openid(dpop = 'on') {
    const browser = {
      open: async (url: string) => {
        void playPerson(url);
        return true;
      },
    };
    const settings = {
      issuer: server.url,
      authorizationUrl: '/auth',
      tokenUrl: '/token',
      userinfoUrl: '/me',
      introspectionUrl: '/token/introspection',
      revocationUrl: '/token/revocation',
      jwksUrl: '/jwks',
      clientAuth: 'none',
      dpop,
    };
    const under = engineFor('openid', server.url, settings, { clock: systemClock, browser });
    const calls = () =>
      under.exchanges
        .filter(({ purpose }) => purpose !== 'keys')
        .map(({ purpose, status, problem }) => [purpose, status, problem?.code ?? 'ok'].join(' '));
    return { ...under, context: (more = {}) => under.context(fields, more), calls };
  }
  const onceMore = (call: string) => (dpopNonce ? [call] : []);

  async function signedIn() {
    const { engine, context } = openid();
    return engine.login(context(), 'browser');
  }

  it('binds them at login, refreshes, asks and revokes with a proof', async () => {
    const { engine, context, calls } = openid();
    const grant = await engine.login(context(), 'browser');
    expect(grant).toMatchObject({ tokenType: 'DPoP', key: expect.stringContaining('"d":') });
    expect((await engine.identity(context(), grant))?.who).toBe('alice@example.test');
    const next = await engine.refresh(context(), grant);
    expect(next).toMatchObject({ tokenType: 'DPoP', key: grant.key });
    expect(next.refreshToken).not.toBe(grant.refreshToken);
    expect(await engine.check(context(), next)).toMatchObject({ verdict: 'alive' });
    expect(await engine.end(context(), next)).toEqual({ ended: 'revoked', proved: true });
    // The nonce of the token endpoint is good for the rest of the origin.
    expect(calls()).toEqual([
      ...onceMore('login 400 proof-refused'),
      'login 200 ok',
      'identity 200 ok',
      'refresh 200 ok',
      'check 200 ok',
      'proof 200 ok',
      'revoke 200 ok',
      'proof 401 token-refused',
    ]);
  });

  it('refreshes once more with the nonce that it asks for, after a restart', async () => {
    const grant = await signedIn();
    const { engine, context, calls } = openid();
    const next = await engine.refresh(context(), grant);
    expect((await engine.identity(context(), next))?.who).toBe('alice@example.test');
    expect(calls()).toEqual([...onceMore('refresh 400 proof-refused'), 'refresh 200 ok', 'identity 200 ok']);
  });

  it('asks who the user is once more with the nonce that it asks for, after a restart', async () => {
    const grant = await signedIn();
    const { engine, context, calls } = openid();
    expect((await engine.identity(context(), grant))?.who).toBe('alice@example.test');
    expect(calls()).toEqual([...onceMore('identity 401 proof-refused'), 'identity 200 ok']);
  });

  it('takes no such token without its proof', async () => {
    const grant = await signedIn();
    const { engine, context } = openid();
    const plain = { ...grant, key: null };
    expect((await problemOf(engine.identity(context(), plain))).code).toBe('token-refused');
    expect((await problemOf(engine.refresh(context(), plain))).code).toBe('grant-refused');
    expect((await engine.refresh(context(), grant)).tokenType).toBe('DPoP');
  });

  it('refuses the key of somebody else in the words for a dead token, and nothing is used up', async () => {
    const grant = await signedIn();
    const { engine, context, calls } = openid();
    const stolen = { ...grant, key: await createProofKey() };
    expect((await problemOf(engine.refresh(context(), stolen))).code).toBe('grant-refused');
    expect((await problemOf(engine.identity(context(), stolen))).code).toBe('token-refused');
    // A nonce that came meanwhile would make another proof, so that the first refusal does not count.
    expect(calls()).toEqual([
      dpopNonce ? 'refresh 400 proof-refused' : 'refresh 400 grant-refused',
      'refresh 400 grant-refused',
      'identity 401 token-refused',
    ]);
    expect((await engine.refresh(context(), grant)).tokenType).toBe('DPoP');
  });

  it('binds nothing where nobody asks for it', async () => {
    const { engine, context } = openid('off');
    const plain = context({ fields: { ...fields, clientId: 'desktop' } });
    expect(await engine.login(plain, 'browser')).toMatchObject({ tokenType: 'Bearer', key: null });
  });
});
