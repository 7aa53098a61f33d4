import { describe, expect, it } from 'vitest';
import { loopback } from '../../../electron/adapters/loopback.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { problemOf } from './engine-under-test.ts';
import { openid, slowBrowser, stranger } from './openid-under-test.ts';

describe('a request to sign in', () => {
  it('carries what else the user and the server want', async () => {
    const slow = slowBrowser();
    const { engine, context, server, withSettings } = await openid({}, slow);
    const at = withSettings({
      extraParameters: 'access_type=offline\nprompt=login',
      extraHeaders: 'X-Tenant=one',
    });
    const fields = { ...stranger, audience: 'https://api.example', resource: 'urn:one urn:two' };
    const login = engine.login(context(fields, at), 'browser');
    const { searchParams } = await slow.opened();
    expect(searchParams.getAll('resource')).toEqual(['urn:one', 'urn:two']);
    expect(searchParams.getAll('prompt')).toEqual(['login']);
    expect([searchParams.get('access_type'), searchParams.get('audience')]).toEqual([
      'offline',
      'https://api.example',
    ]);
    await playPerson((await slow.opened()).href);
    await login;
    expect(server.tokenCalls()[0]?.getAll('resource')).toEqual(['urn:one', 'urn:two']);
    expect(server.requestsTo('/token').at(-1)?.headers['x-tenant']).toBe('one');
  });

  it('lets nobody say what it says itself', async () => {
    const { engine, context, withSettings } = await openid();
    const at = withSettings({ extraParameters: 'code_challenge_method=plain' });
    expect(await problemOf(engine.login(context(stranger, at), 'browser'))).toMatchObject({
      code: 'bad-input',
      field: 'extraParameters',
    });
  });

  it('that cannot be made leaves no door open', async () => {
    const { engine, context, withSettings } = await openid();
    const { redirectUri, close } = await loopback.open('http://127.0.0.1/callback');
    close();
    const at = withSettings({ redirectAddress: redirectUri, pushUrl: '/nowhere' });
    const codes = [
      await problemOf(engine.login(context(stranger, at), 'browser')),
      await problemOf(engine.login(context(stranger, at), 'browser')),
    ].map(({ code }) => code);
    expect(codes).toEqual(['not-found', 'not-found']);
  });

  it('carries no nonce where no ID token is asked for, and gets along without one', async () => {
    const slow = slowBrowser();
    const { engine, context } = await openid({}, slow);
    const login = engine.login(context({ clientId: 'stranger', scope: 'read' }), 'browser');
    const url = await slow.opened();
    expect(url.searchParams.has('nonce')).toBe(false);
    await playPerson(url.href);
    await login;
  });

  it('carries a nonce where a further parameter asks for the ID token', async () => {
    const slow = slowBrowser();
    const { engine, context, withSettings } = await openid(
      { claims: ({ nonce: _nonce, ...all }) => all },
      slow,
    );
    const at = withSettings({ extraParameters: 'scope=openid email' });
    const refused = problemOf(engine.login(context({ clientId: 'stranger', scope: 'read' }, at), 'browser'));
    const url = await slow.opened();
    expect(url.searchParams.getAll('scope')).toEqual(['openid email']);
    expect(url.searchParams.get('nonce')).toBeTruthy();
    await playPerson(url.href);
    expect(await refused).toMatchObject({ code: 'id-token-refused' });
  });

  it.each([
    [
      'token-exchange',
      { subjectToken: 'old', subjectType: 'urn:ietf:params:oauth:token-type:access_token', audience: 'a' },
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'old',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        audience: 'a',
      },
    ],
    [
      'jwt-bearer',
      { assertion: 'a.b.c' },
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'a.b.c' },
    ],
    [
      'password',
      { username: 'alice', password: 'pw', scope: 'read' },
      { grant_type: 'password', username: 'alice', password: 'pw', scope: 'read' },
    ],
    ['client-credentials', {}, { grant_type: 'client_credentials' }],
  ])('is one call for %s', async (loginId, fields, sent) => {
    const { engine, context, server } = await openid();
    const client = { clientId: 'stranger', clientSecret: 'secret' };
    const grant = await engine.login(context({ ...client, ...fields }), loginId);
    expect(grant.accessToken).toMatch(/^access-/);
    const [form] = server.tokenCalls();
    expect(Object.fromEntries(form ?? [])).toEqual({
      ...sent,
      client_id: 'stranger',
      client_secret: 'secret',
    });
  });
});

describe('a revocation', () => {
  it('begins with the refresh token, and needs no more where that ends everything', async () => {
    const { engine, context, server, calls } = await openid();
    const grant = await engine.login(context(), 'browser');
    expect(await engine.end(context(), grant)).toEqual({ ended: 'revoked', proved: true });
    const revoked = server.requestsTo('/revoke').map(({ body }) => new URLSearchParams(body).get('token'));
    expect(revoked).toEqual([grant.refreshToken]);
    expect(calls().slice(2)).toEqual(['proof ok', 'revoke ok', 'proof refused']);
  });

  it('goes on with the access token where that outlived it', async () => {
    const { engine, context, server, calls } = await openid({ revokesAll: false });
    const grant = await engine.login(context(), 'browser');
    expect(await engine.end(context(), grant)).toEqual({ ended: 'revoked', proved: true });
    const revoked = server.requestsTo('/revoke').map(({ body }) => new URLSearchParams(body).get('token'));
    expect(revoked).toEqual([grant.refreshToken, grant.accessToken]);
    expect(calls().slice(2)).toEqual(['proof ok', 'revoke ok', 'proof ok', 'revoke ok', 'proof refused']);
  });

  it('says that an access token lives which the server cannot revoke', async () => {
    const { engine, context, server } = await openid({ revokesAll: false });
    const grant = await engine.login(context(), 'browser');
    const proof = engine.end(context(), grant);
    await server.arrived(1, '/revoke');
    const body = JSON.stringify({ error: 'unsupported_token_type' });
    server.control.failNext(
      1,
      { status: 400, headers: { 'Content-Type': 'application/json' }, body },
      '/revoke',
    );
    expect(await proof).toEqual({ ended: 'revoked', proved: false });
  });
});
