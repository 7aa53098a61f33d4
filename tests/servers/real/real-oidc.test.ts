import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf, type Parts, send } from '../send.ts';
import { startRealOidc } from './real-oidc.ts';
import type { RealServer } from './spawn-server.ts';

let provider: RealServer;
beforeAll(async () => {
  provider = await startRealOidc();
}, 30_000);
afterAll(() => provider.close());

const service = ['service', 'service-secret'] as const;
const ask = (parts: Parts) => send(provider, 'POST /token', parts);
const form = { grant_type: 'client_credentials' };

describe('a real OpenID provider', () => {
  it('describes itself', async () => {
    const { json } = await send(provider, 'GET /.well-known/openid-configuration');
    expect(json).toMatchObject({
      issuer: provider.url,
      token_endpoint: `${provider.url}/token`,
      device_authorization_endpoint: `${provider.url}/device/auth`,
      pushed_authorization_request_endpoint: `${provider.url}/request`,
      dpop_signing_alg_values_supported: ['ES256', 'Ed25519', 'EdDSA'],
    });
  });

  it('gives a client an opaque token without a scope, or a JWT for an API that wants one', async () => {
    const opaque = await ask({ form, basic: service });
    expect(opaque.json).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    const resource = `${provider.url}/api`;
    const jwt = await ask({ form: { ...form, resource, scope: 'read write nope' }, basic: service });
    expect(jwt.json).toMatchObject({ access_token: expect.stringMatching(/^eyJ/), scope: 'read write' });
  });

  it('takes an odd secret only form-encoded', async () => {
    const secret = 'a+b%20c:d&e=f/~';
    expect((await ask({ form, basic: ['service-odd', secret] })).status).toBe(200);
    const raw = Buffer.from(`service-odd:${secret}`).toString('base64');
    expect((await ask({ form, headers: { authorization: `Basic ${raw}` } })).status).toBe(401);
  });

  it('refuses as recorded', async () => {
    const secret = { client_id: 'service', client_secret: 'service-secret' };
    const answers = [
      await ask({ form, basic: ['service', 'nope'] }),
      await ask({ form }),
      await ask({ form: { ...form, ...secret }, basic: service }),
      await ask({ json: form, basic: service }),
      await ask({ form: { grant_type: 'refresh_token', refresh_token: 'x' }, basic: service }),
      await ask({ form: { ...form, resource: 'https://elsewhere.example/' }, basic: service }),
      await ask({ form, basic: service, headers: { origin: 'app://x' } }),
    ];
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual([
      '401 {"error":"invalid_client","error_description":"client authentication failed"}',
      '400 {"error":"invalid_request","error_description":"no client authentication mechanism provided"}',
      '400 {"error":"invalid_request","error_description":"client authentication must only be provided using one mechanism"}',
      '400 {"error":"invalid_request","error_description":"only application/x-www-form-urlencoded content-type bodies are supported on POST /token"}',
      '400 {"error":"invalid_request","error_description":"requested grant type is not allowed for this client"}',
      '400 {"error":"invalid_target","error_description":"resource indicator is missing, or unknown"}',
      '400 {"error":"invalid_request","error_description":"origin app://x not allowed for client: service"}',
    ]);
  });

  it('introspects and revokes what it gave', async () => {
    const token = fieldOf(await ask({ form, basic: service }), 'access_token');
    const introspect = () => send(provider, 'POST /token/introspection', { form: { token }, basic: service });
    expect((await introspect()).json).toMatchObject({ active: true, client_id: 'service' });
    expect((await send(provider, 'POST /token/revocation', { form: { token }, basic: service })).text).toBe(
      '',
    );
    expect((await introspect()).text).toBe('{"active":false}');
    expect((await send(provider, 'GET /me', { bearer: token })).status).toBe(401);
  });

  it('starts a device flow for a client without a secret', async () => {
    const scope = 'openid email offline_access';
    const started = await send(provider, 'POST /device/auth', { form: { client_id: 'desktop', scope } });
    const device_code = fieldOf(started, 'device_code');
    const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
    const poll = await ask({ form: { grant_type, client_id: 'desktop', device_code } });
    expect([poll.status, fieldOf(poll, 'error')]).toEqual([400, 'authorization_pending']);
  });
});
