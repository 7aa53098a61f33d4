import { describe, expect, it } from 'vitest';
import { startOauth2 } from '../../../electron/demo/servers/oauth2.ts';
import { engineFor, problemOf, started } from './engine-under-test.ts';

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
      expect(server.requestsTo('/oauth/token').at(-1)?.body).toContain('audience=https%3A%2F%2Fapi.example');
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
