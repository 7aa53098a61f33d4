import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { authority, goodCertificate, selfSignedCertificate } from '../../servers/certificates.ts';
import { registeredCertificate, registeredKey } from '../../servers/real/client-keys.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { send } from '../../servers/send.ts';
import { engineFor, problemOf } from './engine-under-test.ts';

type Values = Readonly<Record<string, string>>;

const START_LIMIT_MS = 30_000;
const scope = 'openid email offline_access';
const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();

interface Client {
  readonly clientAuth: string;
  readonly right: Values;
  /** The same client, as somebody would call it who is not it. */
  readonly wrong: Values;
  /** A wrong secret that can be written in two ways is sent in both. */
  readonly wrongIsSent?: number;
}

const certificateFields = ({ cert, key }: { readonly cert: string; readonly key: string }) => ({
  clientCertificate: cert,
  clientKey: key,
});

const clients: readonly Client[] = [
  { clientAuth: 'none', right: { clientId: 'desktop' }, wrong: { clientId: 'desktop-unknown' } },
  {
    clientAuth: 'basic',
    right: { clientId: 'client-basic', clientSecret: 'basic-secret+%20/' },
    wrong: { clientId: 'client-basic', clientSecret: 'wrong+%20/' },
    wrongIsSent: 2,
  },
  {
    clientAuth: 'body',
    right: { clientId: 'client-body', clientSecret: 'body-secret+%20/' },
    wrong: { clientId: 'client-body', clientSecret: 'wrong+%20/' },
  },
  {
    clientAuth: 'private_key_jwt',
    right: { clientId: 'client-key', clientKey: registeredKey },
    wrong: { clientId: 'client-key', clientKey: otherKey },
  },
  {
    clientAuth: 'tls',
    right: { clientId: 'client-tls', ...certificateFields(registeredCertificate) },
    wrong: { clientId: 'client-tls', ...certificateFields(selfSignedCertificate) },
  },
];

let server: RealServer;
let secureUrl: string;
beforeAll(async () => {
  server = await startRealOidc();
  const { json } = await send(server, 'GET /.well-known/openid-configuration');
  secureUrl = new URL(JSON.parse(JSON.stringify(json)).mtls_endpoint_aliases.token_endpoint).origin;
}, START_LIMIT_MS);
afterAll(() => server.close());

/** An engine at the door that the client has to come by, with somebody at the browser. */
function openid(clientAuth: string, settings: Values = {}) {
  const browser = {
    open: async (url: string) => {
      void playPerson(url);
      return true;
    },
  };
  const all = {
    issuer: server.url,
    authorizationUrl: `${server.url}/auth`,
    tokenUrl: '/token',
    pushUrl: '/request',
    deviceUrl: '/device/auth',
    userinfoUrl: '/me',
    introspectionUrl: '/token/introspection',
    revocationUrl: '/token/revocation',
    jwksUrl: '/jwks',
    clientAuth,
    ...settings,
  };
  const address = clientAuth === 'tls' ? secureUrl : server.url;
  return engineFor('openid', address, all, { clock: systemClock, browser, caPem: authority });
}

describe.each(clients)(
  'a client that proves itself by $clientAuth',
  ({ clientAuth, right, wrong, wrongIsSent = 1 }) => {
    async function signedIn() {
      const under = openid(clientAuth);
      const grant = await under.engine.login(under.context({ ...right, scope }), 'browser');
      const count = (purpose: string) => under.exchanges.filter((one) => one.purpose === purpose).length;
      const isAlive = async () => (await under.engine.identity(under.context(right), grant)) !== null;
      return { ...under, grant, count, isAlive };
    }

    it('pushes its request, signs in and is known everywhere', async () => {
      const { engine, context, grant, exchanges } = await signedIn();
      expect(exchanges.slice(0, 2).map(({ purpose, path, status }) => [purpose, path, status])).toEqual([
        ['authorize', '/request', 201],
        ['login', '/token', 200],
      ]);
      expect(grant).toMatchObject({ refreshToken: expect.any(String), idToken: { signature: 'verified' } });
      expect((await engine.identity(context(right), grant))?.who).toBe('alice@example.test');
    });

    it('is refused where it pushes its request as somebody else', async () => {
      const { engine, context, exchanges } = openid(clientAuth);
      const refused = await problemOf(engine.login(context({ ...wrong, scope }), 'browser'));
      expect([refused.code, exchanges.length]).toEqual(['client-refused', wrongIsSent]);
    });

    it('is refused where it asks for a device’s code as somebody else', async () => {
      const { engine, context, exchanges } = openid(clientAuth);
      const refused = await problemOf(engine.login(context({ ...wrong, scope }), 'device'));
      expect([refused.code, exchanges.length]).toEqual(['client-refused', wrongIsSent]);
    });

    it('asks for a device’s code', async () => {
      const { engine, context, exchanges } = openid(clientAuth);
      const stop = new AbortController();
      const onPrompt = () => stop.abort();
      const login = engine.login(context({ ...right, scope }, { signal: stop.signal, onPrompt }), 'device');
      expect((await problemOf(login)).code).toBe('cancelled');
      expect(exchanges.map(({ purpose, status }) => [purpose, status])).toEqual([['authorize', 200]]);
    });

    it('refreshes with rotation', async () => {
      const { engine, context, grant } = await signedIn();
      const next = await engine.refresh(context(right), grant);
      expect(next.refreshToken).not.toBe(grant.refreshToken);
      expect((await engine.identity(context(right), next))?.who).toBe('alice@example.test');
    });

    it('is refused where somebody else refreshes, and nothing is used up', async () => {
      const { engine, context, grant, count } = await signedIn();
      expect((await problemOf(engine.refresh(context(wrong), grant))).code).toBe('client-refused');
      expect(count('refresh')).toBe(wrongIsSent);
      expect((await engine.refresh(context(right), grant)).refreshToken).toEqual(expect.any(String));
    });

    it('asks about its token', async () => {
      const { engine, context, grant } = await signedIn();
      expect(await engine.check(context(right), grant)).toMatchObject({ verdict: 'alive' });
    });

    it('is refused where somebody else asks about its token', async () => {
      const { engine, context, grant } = await signedIn();
      expect((await problemOf(engine.check(context(wrong), grant))).code).toBe('client-refused');
    });

    it('revokes, and proves it', async () => {
      const { engine, context, grant } = await signedIn();
      expect(await engine.end(context(right), grant)).toEqual({ ended: 'revoked', proved: true });
      expect((await problemOf(engine.refresh(context(right), grant))).code).toBe('grant-refused');
    });

    it('is refused where somebody else revokes, and the session lives on', async () => {
      const { engine, context, grant, isAlive } = await signedIn();
      expect((await problemOf(engine.end(context(wrong), grant))).code).toBe('client-refused');
      expect(await isAlive()).toBe(true);
    });

    it('says nothing of its secrets in what is recorded', async () => {
      const { engine, context, exchanges, grant } = await signedIn();
      const problem = await problemOf(engine.refresh(context(wrong), grant));
      const shown = JSON.stringify([problem, exchanges]);
      for (const secret of [...Object.values(wrong).slice(1), grant.accessToken, grant.refreshToken ?? '']) {
        expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
      }
    });
  },
);

describe('by every way that proves something', () => {
  it.each(clients.slice(1))('$clientAuth gets a token for itself', async ({ clientAuth, right, wrong }) => {
    const { engine, context } = openid(clientAuth);
    expect((await engine.login(context(right), 'client-credentials')).lifetimeMs).toBe(3_600_000);
    const refused = await problemOf(engine.login(context(wrong), 'client-credentials'));
    expect(refused.code).toBe('client-refused');
  });

  it('an assertion is for the token endpoint where no issuer is named', async () => {
    const { engine, context } = openid('private_key_jwt', { issuer: '' });
    const fields = { clientId: 'client-key', clientKey: registeredKey };
    const grant = await engine.login(context(fields), 'client-credentials');
    expect(await engine.check(context(fields), grant)).toMatchObject({ verdict: 'alive' });
  });

  it('a token that is bound to a certificate is worth nothing without it', async () => {
    const { engine, context } = openid('tls');
    const right = { clientId: 'client-tls', ...certificateFields(registeredCertificate) };
    const grant = await engine.login(context({ ...right, scope }), 'browser');
    const ask = (fields: Values) => problemOf(engine.identity(context(fields), grant));
    expect((await ask({ clientId: 'client-tls' })).code).toBe('token-refused');
    expect((await ask({ ...right, ...certificateFields(goodCertificate) })).code).toBe('token-refused');
    expect((await engine.identity(context(right), grant))?.who).toBe('alice@example.test');
  });
});
