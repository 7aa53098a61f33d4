import { afterEach, describe, expect, it } from 'vitest';
import { readJwt } from '../../electron/demo/servers/jwt.ts';
import { type Oauth2Options, startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import type { StandIn } from '../../electron/demo/servers/stand-in.ts';
import { fieldOf, type Parts, send } from './send.ts';

let server: StandIn;
afterEach(() => server.close());

async function start(options: Oauth2Options = {}): Promise<void> {
  server = await startOauth2(options);
}
const service = ['service', 'service-secret'] as const;
const inBody = { client_id: 'service', client_secret: 'service-secret' };
const call = (target: string, parts?: Parts) => send(server, target, parts);
const ask = (form: Readonly<Record<string, string>> = {}, parts: Parts = { basic: service }) =>
  call('POST /oauth/token', { form: { grant_type: 'client_credentials', ...form }, ...parts });

describe('the token endpoint', () => {
  it('gives a token to a client that authenticates by Basic or in the body', async () => {
    await start();
    const byBasic = await ask();
    expect(byBasic).toMatchObject({
      status: 200,
      json: { token_type: 'Bearer', expires_in: 3600, scope: 'read write' },
    });
    expect(byBasic.headers.get('cache-control')).toBe('no-store');
    expect((await ask(inBody, {})).status).toBe(200);
  });

  it('form-decodes what Basic carries', async () => {
    await start();
    const secret = 'a+b%20c:d&e=f/~';
    expect((await ask({}, { basic: ['service-odd', secret] })).status).toBe(200);
    const raw = Buffer.from(`service-odd:${secret}`).toString('base64');
    expect((await ask({}, { headers: { authorization: `Basic ${raw}` } })).status).toBe(401);
    expect((await ask({ client_id: 'service-odd', client_secret: secret }, {})).status).toBe(200);
  });

  it('refuses in the words of the standard', async () => {
    await start();
    const wrong = await ask({}, { basic: ['service', 'nope'] });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="api"']);
    const answers = [
      wrong,
      await ask({}, {}),
      await ask(inBody),
      await ask({ scope: 'nope' }),
      await ask({ grant_type: 'password' }),
      await call('POST /oauth/token', { json: { grant_type: 'client_credentials', ...inBody } }),
      await call('POST /oauth/token', {
        body: 'grant_type=client_credentials&scope=read&scope=write',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ];
    expect(answers.map((answer) => `${answer.status} ${fieldOf(answer, 'error')}`)).toEqual([
      '401 invalid_client',
      '401 invalid_client',
      '400 invalid_request',
      '400 invalid_scope',
      '400 unsupported_grant_type',
      '400 invalid_request',
      '400 invalid_request',
    ]);
  });

  it('takes the one way of authentication that it is set to', async () => {
    await start({ clientAuthentication: 'body' });
    expect((await ask()).status).toBe(401);
    expect((await ask(inBody, {})).status).toBe(200);
  });

  it('writes scope and audience into a JWT', async () => {
    await start({ now: () => 1_795_294_184_000, tokenPath: '/token', accessTtl: 60 });
    const form = { grant_type: 'client_credentials', scope: 'read', audience: 'https://api.example/' };
    const jwt = readJwt(fieldOf(await call('POST /token', { form, basic: service }), 'access_token'));
    expect(jwt?.header).toEqual({ alg: 'HS256', typ: 'at+jwt' });
    expect(jwt?.claims).toMatchObject({
      sub: 'service',
      scope: 'read',
      aud: 'https://api.example/',
      iat: 1_795_294_184,
      exp: 1_795_294_244,
    });
  });

  it('can leave expires_in out or send it as a text, with an opaque token', async () => {
    await start({ expiresIn: 'absent', tokenFormat: 'opaque' });
    const { text } = await ask();
    expect(text).toMatch(/^\{"access_token":"[\w-]{43}","token_type":"Bearer","scope":"read write"\}$/);
    await server.close();
    await start({ expiresIn: 'text' });
    expect(fieldOf(await ask(), 'expires_in')).toBe('3600');
  });
});

describe('the other endpoints', () => {
  it('know who a live token belongs to', async () => {
    await start({ accessTtl: 60 });
    const bearer = fieldOf(await ask({ resource: 'urn:api' }), 'access_token');
    const whoAmI = () => call('GET /userinfo', { bearer });
    expect(await whoAmI()).toMatchObject({ status: 200, json: { sub: 'service', aud: ['urn:api'] } });
    server.control.setClockOffset(60_000);
    const expired = await whoAmI();
    expect(expired.status).toBe(401);
    expect(expired.headers.get('www-authenticate')).toContain('error="invalid_token"');
    const none = await call('GET /userinfo');
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"']);
  });

  it('name themselves in the metadata', async () => {
    await start({ revocation: true });
    expect((await call('GET /.well-known/oauth-authorization-server')).json).toEqual({
      issuer: server.url,
      token_endpoint: `${server.url}/oauth/token`,
      userinfo_endpoint: `${server.url}/userinfo`,
      revocation_endpoint: `${server.url}/oauth/revoke`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: ['read', 'write'],
    });
    expect((await call('POST /oauth/introspect', { form: {}, basic: service })).status).toBe(404);
    await server.close();
    await start({ metadata: false });
    expect((await call('GET /.well-known/oauth-authorization-server')).status).toBe(404);
  });

  it('introspect and revoke a token, each client its own', async () => {
    await start({ revocation: true, introspection: true });
    const token = fieldOf(await ask(), 'access_token');
    const introspect = () => call('POST /oauth/introspect', { form: { token }, basic: service });
    expect((await introspect()).json).toMatchObject({ active: true, client_id: 'service' });
    const foreign = await call('POST /oauth/revoke', {
      form: { token },
      basic: ['service-odd', 'a+b%20c:d&e=f/~'],
    });
    expect(foreign.status).toBe(400);
    expect(await call('POST /oauth/revoke', { form: { token }, basic: service })).toMatchObject({
      status: 200,
      text: '',
    });
    expect((await introspect()).json).toEqual({ active: false });
    expect((await call('GET /userinfo', { bearer: token })).status).toBe(401);
  });
});
