import { describe, expect, it } from 'vitest';
import { startOpenid } from '../../servers/openid.ts';
import { started } from './engine-under-test.ts';
import { matchesAt, openid } from './openid-under-test.ts';

describe('an OpenID server’s word about itself', () => {
  it('is found before the path of an issuer too, and fills everything in', async () => {
    const { match, server } = await openid({ base: '/realms/one' });
    expect(match).toMatchObject({
      kindId: 'openid',
      settings: { issuer: server.issuer, tokenUrl: '/token', clientAuth: 'body', issuerIsNamed: 'yes' },
      acceptedLogins: [],
    });
  });

  it('is found by the address that it stands at', async () => {
    const { server, match } = await openid({ base: '/realms/one' });
    const pasted = `${server.url}/.well-known/oauth-authorization-server/realms/one`;
    expect((await matchesAt(pasted))[0]).toEqual(match);
  });

  it('counts only where it is the word of the address that was asked', async () => {
    const server = await started(startOpenid({ metadata: (url) => ({ issuer: `${url}.evil.example` }) }));
    expect((await matchesAt(server.url)).map(({ kindId }) => kindId)).toEqual(['oauth2']);
  });

  it('may end its name in a slash, which answers and ID tokens then carry', async () => {
    const withSlash = (text: unknown): string => `${text}/`;
    const { engine, context, match, server } = await openid({
      metadata: (url) => ({ issuer: `${url}/` }),
      claims: (claims) => ({ ...claims, iss: withSlash(claims.iss) }),
      sendBack: (back) => back.searchParams.set('iss', withSlash(back.searchParams.get('iss'))),
    });
    expect(match?.settings.issuer).toBe(`${server.url}/`);
    expect((await engine.login(context(), 'browser')).idToken?.signature).toBe('verified');
  });

  it('shows addresses on other hosts in full', async () => {
    const elsewhere = 'https://keys.example/jwks';
    const { match } = await openid({ metadata: () => ({ jwks_uri: elsewhere }) });
    expect(match?.settings.jwksUrl).toBe(elsewhere);
  });

  it('is not needed for a server without anybody to sign in, which the client’s kind serves', async () => {
    const server = await started(
      startOpenid({
        metadata: () => ({ authorization_endpoint: undefined, device_authorization_endpoint: undefined }),
      }),
    );
    expect((await matchesAt(server.url))[0]?.kindId).toBe('oauth2');
  });
});
