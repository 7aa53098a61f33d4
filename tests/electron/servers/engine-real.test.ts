import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { startDjangoOauthToolkit } from '../../../electron/demo/servers/django-oauth-toolkit.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createProbe } from '../../../electron/servers/probe.ts';
import { startRealDjango } from '../../servers/real/real-django.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { engineFor, problemOf, realHttp } from './engine-under-test.ts';

const START_LIMIT_MS = 30_000;
const client = { clientId: 'password-client', clientSecret: 'password-client-secret' };
const alice = { ...client, username: 'alice', password: 'alice-password' };
const probe = createProbe({ http: realHttp, clock: systemClock, kinds: () => kinds });
const ask = (address: string) => probe({ address, allowPlainHttp: false });

const toolkits = [
  ['a real Django OAuth Toolkit', startRealDjango],
  ['its stand-in', startDjangoOauthToolkit],
] as const;

describe.each(toolkits)('%s', (_name, start) => {
  describe.each(['json', 'form'] as const)('that reads %s bodies', (bodyFormat) => {
    let server: { readonly url: string; close(): Promise<void> };
    beforeAll(async () => {
      server = await start({ bodyFormat });
    }, START_LIMIT_MS);
    afterAll(() => server.close());
    const toolkit = (settings: Readonly<Record<string, string>> = {}) =>
      engineFor('django-oauth-toolkit', server.url, { bodyFormat, ...settings });

    it('logs in, refreshes with rotation, revokes and proves it', async () => {
      const { engine, context } = toolkit();
      const grant = await engine.login(context(alice), 'password');
      expect(grant).toMatchObject({
        scope: 'read write',
        tokenType: 'Bearer',
        lifetimeMs: 600_000,
        access: { source: 'expires_in', guessed: false },
        refreshLife: { source: 'documented' },
      });
      expect(await engine.identity(context(alice), grant)).toMatchObject({ who: 'alice' });
      const next = await engine.refresh(context(client), grant);
      expect(next.refreshToken).not.toBe(grant.refreshToken);
      expect((await problemOf(engine.identity(context(client), grant))).code).toBe('token-refused');
      expect(await engine.check(context(client), next)).toMatchObject({ verdict: 'alive' });
      const asked = await engine.check(context(client), next);
      expect(Math.abs((asked?.expiresAt ?? 0) - (next.access.expiresAt ?? 0))).toBeLessThan(2_000);
      expect((await problemOf(engine.refresh(context(client), grant))).code).toBe('grant-refused');
      expect(await engine.end(context(client), next)).toEqual({ ended: 'revoked', proved: true });
      expect(await engine.check(context(client), next)).toMatchObject({ verdict: 'inactive' });
      expect((await problemOf(engine.refresh(context(client), next))).code).toBe('grant-refused');
    });

    it('tells a wrong password from a wrong client', async () => {
      const { engine, context } = toolkit();
      expect(
        await problemOf(engine.login(context({ ...alice, password: 'nope' }), 'password')),
      ).toMatchObject({
        code: 'credentials-refused',
        serverSays: 'Invalid credentials given.',
      });
      expect(
        (await problemOf(engine.login(context({ ...alice, clientSecret: 'nope' }), 'password'))).code,
      ).toBe('client-refused');
      expect((await problemOf(engine.login(context({ ...alice, scope: 'nope' }), 'password'))).code).toBe(
        'scope-refused',
      );
    });

    it('learns the body format from a refusal, for login, refresh and revocation', async () => {
      const other = { bodyFormat: bodyFormat === 'json' ? 'form' : 'json' };
      const { engine, context, learned, exchanges } = toolkit(other);
      const grant = await engine.login(context(alice), 'password');
      const next = await engine.refresh(context(client), grant);
      expect(await engine.end(context(client), next)).toEqual({ ended: 'revoked', proved: true });
      expect(learned).toEqual([{ bodyFormat }, { bodyFormat }, { bodyFormat }]);
      expect(exchanges.filter(({ purpose }) => purpose === 'login').map(({ status }) => status)).toEqual([
        400, 200,
      ]);
    });

    it('learns nothing from a wrong password', async () => {
      const { engine, context, learned } = toolkit({ bodyFormat: bodyFormat === 'json' ? 'form' : 'json' });
      const wrong = await problemOf(engine.login(context({ ...alice, password: 'nope' }), 'password'));
      expect([wrong.code, learned]).toEqual(['credentials-refused', []]);
    });

    it.each(['', '/', '/auth/oauth2/token/', '/auth/oauth2/token'])(
      'is found by a probe at its address with %j',
      async (path) => {
        const found = await ask(server.url + path);
        expect(found).toMatchObject({ address: server.url, answered: true, tls: 'plain' });
        expect(found.matches[0]).toMatchObject({ kindId: 'django-oauth-toolkit', settings: { bodyFormat } });
        expect(found.requests).toBeLessThanOrEqual(12);
      },
    );

    it('names a token path without its slash as a redirect', async () => {
      const { engine, context } = toolkit({ tokenPath: '/auth/oauth2/token' });
      expect(await problemOf(engine.login(context(alice), 'password'))).toMatchObject({
        code: 'redirected',
        detail: '/auth/oauth2/token/',
      });
    });
  });
});

describe('a real OpenID provider', () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealOidc();
  }, START_LIMIT_MS);
  afterAll(() => server.close());
  const service = { clientId: 'service', clientSecret: 'service-secret' };

  it('is found with all of its endpoints by a probe', async () => {
    const found = await ask(server.url);
    expect(found.matches.find(({ kindId }) => kindId === 'oauth2')).toMatchObject({
      certain: true,
      settings: {
        tokenUrl: '/token',
        identityPath: '/me',
        introspectionUrl: '/token/introspection',
        revocationUrl: '/token/revocation',
        clientAuth: 'basic',
      },
      facts: [`issuer ${server.url}`],
    });
  });

  it.each(['/.well-known/openid-configuration', '/token'])('is found from a pasted %s', async (path) => {
    const found = await ask(server.url + path);
    const match = found.matches.find(({ kindId }) => kindId === 'oauth2');
    expect([found.address, match?.settings.tokenUrl]).toEqual([server.url, '/token']);
  });

  describe.each(['basic', 'body'])('with the client in %s', (clientAuth) => {
    const oauth2 = () =>
      engineFor('oauth2', server.url, {
        tokenUrl: '/token',
        identityPath: '/me',
        introspectionUrl: `${server.url}/token/introspection`,
        revocationUrl: '/token/revocation',
        clientAuth,
      });

    it('grants an opaque token, knows it, revokes it, and proves that', async () => {
      const { engine, context } = oauth2();
      const grant = await engine.login(context(service), 'client-credentials');
      expect(grant).toMatchObject({ scope: null, lifetimeMs: 3_600_000, access: { source: 'expires_in' } });
      expect(await engine.check(context(service), grant)).toMatchObject({ verdict: 'alive' });
      expect(await engine.end(context(service), grant)).toEqual({ ended: 'revoked', proved: true });
      expect(await engine.check(context(service), grant)).toMatchObject({ verdict: 'inactive' });
    });

    it('claims no proof from an identity call that refuses such tokens while they live', async () => {
      const { engine, context } = engineFor('oauth2', server.url, {
        tokenUrl: '/token',
        identityPath: '/me',
        revocationUrl: '/token/revocation',
        clientAuth,
      });
      const grant = await engine.login(context(service), 'client-credentials');
      expect((await problemOf(engine.identity(context(service), grant))).code).toBe('token-refused');
      expect(await engine.end(context(service), grant)).toEqual({ ended: 'revoked', proved: null });
    });

    it('takes an odd secret', async () => {
      const { engine, context } = oauth2();
      const odd = { clientId: 'service-odd', clientSecret: 'a+b%20c:d&e=f/~' };
      expect((await engine.login(context(odd), 'client-credentials')).lifetimeMs).toBe(3_600_000);
    });

    it('grants a JWT for an API, which can be neither introspected nor revoked', async () => {
      const { engine, context } = oauth2();
      const fields = { ...service, resource: `${server.url}/api`, scope: 'read write nope' };
      const grant = await engine.login(context(fields), 'client-credentials');
      expect(grant).toMatchObject({
        scope: 'read write',
        lifetimeMs: 3_600_000,
        access: { source: 'exp-iat' },
      });
      expect((await problemOf(engine.check(context(fields), grant))).code).toBe('not-supported');
      expect((await problemOf(engine.end(context(fields), grant))).code).toBe('not-supported');
    });

    it('refuses as a client, a resource, a token', async () => {
      const { engine, context } = oauth2();
      const login = (more: Readonly<Record<string, string>>) =>
        problemOf(engine.login(context({ ...service, ...more }), 'client-credentials'));
      expect(await login({ clientSecret: 'nope' })).toMatchObject({ code: 'client-refused' });
      expect(await login({ resource: 'https://elsewhere.example/' })).toMatchObject({
        code: 'scope-refused',
        field: 'resource',
      });
      const grant = await engine.login(context(service), 'client-credentials');
      expect((await problemOf(engine.identity(context(service), { ...grant, accessToken: 'x' }))).code).toBe(
        'token-refused',
      );
    });
  });
});

describe('a real Django OAuth Toolkit as any OAuth 2.0 server', () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startRealDjango({ bodyFormat: 'form' });
  }, START_LIMIT_MS);
  afterAll(() => server.close());

  it('takes a secret with reserved and non-ASCII characters by HTTP Basic', async () => {
    const { engine, context } = engineFor('oauth2', server.url, { tokenUrl: '/auth/oauth2/token/' });
    const odd = { clientId: 'odd-client', clientSecret: 'a+b%20c:d&e=f/é' };
    expect((await engine.login(context(odd), 'client-credentials')).scope).toBe('read write');
  });

  describe('with every flow of one that it has', () => {
    const paths = {
      tokenUrl: '/auth/oauth2/token/',
      userinfoUrl: '/api/me/',
      introspectionUrl: '/auth/oauth2/introspect/',
      revocationUrl: '/auth/oauth2/revoke_token/',
    };

    it.each(['basic', 'body'])(
      'signs a user in, refreshes and revokes, with the client in %s',
      async (clientAuth) => {
        const { engine, context } = engineFor('openid', server.url, { ...paths, clientAuth });
        const grant = await engine.login(context(alice), 'password');
        expect(grant).toMatchObject({ scope: 'read write', lifetimeMs: 600_000, idToken: null });
        expect(await engine.identity(context(alice), grant)).toMatchObject({ who: 'alice' });
        const next = await engine.refresh(context(client), grant);
        expect(next.refreshToken).not.toBe(grant.refreshToken);
        expect((await problemOf(engine.refresh(context(client), grant))).code).toBe('grant-refused');
        expect(await engine.check(context(client), next)).toMatchObject({ verdict: 'alive' });
        expect(await engine.end(context(client), next)).toEqual({ ended: 'revoked', proved: true });
        expect(await engine.check(context(client), next)).toMatchObject({ verdict: 'inactive' });
      },
    );

    it('signs a client in by itself, and proves its revocation', async () => {
      const { engine, context } = engineFor('openid', server.url, { ...paths, userinfoUrl: '' });
      const service = { clientId: 'service-client', clientSecret: 'service-client-secret' };
      const grant = await engine.login(context(service), 'client-credentials');
      expect(grant).toMatchObject({ refreshToken: null, lifetimeMs: 600_000 });
      expect(await engine.check(context(service), grant)).toMatchObject({ verdict: 'alive' });
      expect(await engine.end(context(service), grant)).toEqual({ ended: 'revoked', proved: true });
    });

    it('tells a wrong password from a wrong client', async () => {
      const { engine, context } = engineFor('openid', server.url, paths);
      const login = async (more: Readonly<Record<string, string>>) =>
        (await problemOf(engine.login(context({ ...alice, ...more }), 'password'))).code;
      expect(await login({ password: 'nope' })).toBe('credentials-refused');
      expect(await login({ clientSecret: 'nope' })).toBe('client-refused');
    });
  });
});
