import { describe, expect, it } from 'vitest';
import { kindFaults } from '../../../electron/contract/own-kind.ts';
import { explain } from '../../../electron/explain/explain.ts';
import { kinds } from '../../../electron/servers/kinds.ts';

function explained(document: unknown) {
  return explain(typeof document === 'string' ? document : JSON.stringify(document), kinds);
}

function sketchOf(document: unknown) {
  const result = explained(document);
  if (!result.understood) throw new Error(result.reason);
  return result.sketch;
}

function reasonOf(document: unknown) {
  const result = explained(document);
  return result.understood ? result.source : result.reason;
}

const schema = (version: string) =>
  `https://schema.getpostman.com/json/collection/v${version}/collection.json`;
const settings = {
  grant_type: 'authorization_code_with_pkce',
  accessTokenUrl: 'https://id.test/token',
  authUrl: 'https://login.id.test/authorize',
  redirect_uri: 'https://oauth.pstmn.io/v1/callback',
  clientId: 'desktop',
  clientSecret: 'never-shown',
  accessToken: 'never-shown',
  scope: 'openid orders',
  client_authentication: 'body',
};
const listed = Object.entries(settings).map(([key, value]) => ({ key, value, type: 'string' }));

describe('a Postman collection', () => {
  it.each([
    ['2.1.0', listed],
    ['2.0.0', settings],
  ])('of format %s gives its OAuth settings, secrets left out', (version, oauth2) => {
    const sketch = sketchOf({
      info: { name: 'Orders', schema: schema(version) },
      item: [],
      auth: { type: 'oauth2', oauth2 },
    });
    expect(sketch).toMatchObject({
      kindId: 'openid',
      name: 'Orders',
      address: 'https://id.test',
      loginId: 'browser',
      settings: {
        tokenUrl: '/token',
        authorizationUrl: 'https://login.id.test/authorize',
        clientAuth: 'body',
      },
      fields: { clientId: 'desktop', scope: 'openid orders' },
    });
    expect(sketch.settings.redirectUri).toBeUndefined();
    expect(JSON.stringify(sketch)).not.toContain('never-shown');
    expect(JSON.stringify(sketch.findings)).toContain('Client secret stood in the collection');
  });

  it('is searched through its folders, and says which variables are missing', () => {
    const auth = {
      type: 'oauth2',
      oauth2: { ...settings, grant_type: 'client_credentials', accessTokenUrl: '{{host}}/token' },
    };
    const folder = { name: 'a', item: [{ name: 'b', item: [{ name: 'c', request: { auth } }] }] };
    const {
      fields,
      findings,
      settings: found,
    } = sketchOf({ info: { schema: schema('2.1.0') }, item: [folder] });
    expect(fields).toMatchObject({ clientId: 'desktop' });
    expect(found.tokenUrl).toBeUndefined();
    expect(JSON.stringify(findings)).toContain(
      'host stands in an environment that is not part of this file.',
    );
  });

  it('without OAuth settings is read by the request that signs in', () => {
    const request = {
      method: 'POST',
      url: { raw: '{{base}}/v1/session' },
      header: [],
      body: { mode: 'raw', raw: '{"email":"{{mail}}","password":"never-shown"}' },
    };
    const sketch = sketchOf({
      info: { name: 'Own', schema: schema('2.1.0') },
      item: [
        { name: 'Things', request: { method: 'GET', url: 'https://own.test/things' } },
        { name: 'Sign in', request },
      ],
      variable: [{ key: 'base', value: 'https://own.test' }],
    });
    expect(sketch).toMatchObject({
      address: 'https://own.test',
      ownKind: { logins: [{ request: { path: '/v1/session' } }] },
    });
    expect(JSON.stringify(sketch)).not.toContain('never-shown');
    expect(JSON.stringify(sketch.findings)).toContain('The request “Sign in” looks like its login.');
  });

  it('that says nothing of a sign-in, or is too old, is refused', () => {
    expect(reasonOf({ info: { schema: schema('2.1.0') }, item: [] })).toBe('postman-no-sign-in');
    expect(reasonOf({ id: 'x', name: 'y', order: [], requests: [] })).toBe('postman-version');
  });
});

describe('a Postman environment', () => {
  const environment = (values: Readonly<Record<string, string>>) => ({
    name: 'Staging',
    values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })),
    _postman_variable_scope: 'environment',
  });

  it.each([
    [
      { token_url: 'https://id.test/oauth/token', client_id: 'c', client_secret: 'never-shown' },
      'client-credentials',
    ],
    [
      { tokenUrl: 'https://id.test/oauth/token', clientId: 'c', user: 'ada', password: 'never-shown' },
      'password',
    ],
    [
      { authUrl: 'https://id.test/authorize', accessTokenUrl: 'https://id.test/oauth/token', clientId: 'c' },
      'browser',
    ],
    [{ issuer: 'https://id.test', clientId: 'c' }, 'browser'],
  ])('is told by the names of its values: %#', (values, loginId) => {
    const sketch = sketchOf(environment(values));
    expect(sketch).toMatchObject({ loginId, address: 'https://id.test', fields: { clientId: 'c' } });
    expect(JSON.stringify(sketch)).not.toContain('never-shown');
  });

  it('with an address alone leaves it to the server to say what it is', () => {
    expect(sketchOf(environment({ baseUrl: 'https://own.test/api/', apiKey: 'never-shown' }))).toMatchObject({
      kindId: null,
      address: 'https://own.test/api',
    });
    expect(reasonOf(environment({ colour: 'green' }))).toBe('postman-no-sign-in');
  });

  it('keeps out what is marked as secret, whatever its name', () => {
    const values = [
      { key: 'username', value: 'never-shown', type: 'secret' },
      { key: 'url', value: 'https://own.test' },
    ];
    expect(JSON.stringify(sketchOf({ values, _postman_variable_scope: 'globals' }))).not.toContain(
      'never-shown',
    );
  });
});

const text = { type: 'string' };
const login = {
  type: 'object',
  required: ['user', 'password'],
  properties: { user: text, password: text, otp: text },
};
const session = {
  type: 'object',
  properties: {
    auth: { type: 'object', properties: { accessToken: text, refreshToken: text, expiresAt: text } },
  },
};

describe('an OpenAPI document', () => {
  const json = (schemaOf: unknown) => ({ content: { 'application/json': { schema: schemaOf } } });

  it.each(['3.0.3', '3.1.0'])('of version %s describes a login, with where the tokens stand', (openapi) => {
    const { address, ownKind } = sketchOf({
      openapi,
      info: { title: 'Orchard' },
      servers: [{ url: 'https://own.test/{stage}', variables: { stage: { default: 'v1' } } }],
      paths: {
        '/users': { post: { requestBody: json(login), responses: {} } },
        '/auth/login': {
          post: {
            requestBody: json({ $ref: '#/components/schemas/L' }),
            responses: { 200: json({ $ref: '#/components/schemas/S' }) },
          },
        },
      },
      components: { schemas: { L: login, S: session } },
    });
    expect(address).toBe('https://own.test');
    expect(ownKind).toMatchObject({
      label: 'Orchard',
      logins: [
        {
          request: {
            path: '/v1/auth/login',
            body: { fields: { user: '{username}', password: '{password}', otp: '{otp}' } },
          },
        },
      ],
      grant: {
        accessToken: 'auth.accessToken',
        refreshToken: 'auth.refreshToken',
        expiresAt: 'auth.expiresAt',
      },
    });
    expect(kindFaults(ownKind)).toEqual({});
  });

  it('of version 2.0 does so too, in YAML', () => {
    const { address, ownKind } = sketchOf(
      [
        'swagger: "2.0"',
        'info: { title: Old }',
        'host: own.test',
        'basePath: /api',
        'schemes: [https]',
        'paths:',
        '  /login:',
        '    post:',
        '      parameters:',
        '        - { in: formData, name: username, type: string, required: true }',
        '        - { in: formData, name: password, type: string, required: true }',
        '      responses: { 200: { schema: { type: object, properties: { token: { type: string } } } } }',
      ].join('\n'),
    );
    expect(address).toBe('https://own.test');
    expect(ownKind).toMatchObject({
      logins: [{ request: { path: '/api/login', body: { as: 'form' } } }],
      grant: { accessToken: 'token' },
    });
  });

  it('names an OpenID provider or a flow of OAuth', () => {
    const scheme = (securityScheme: unknown) => ({
      openapi: '3.0.0',
      info: { title: 'x' },
      servers: [{ url: 'https://api.test/v2' }],
      components: { securitySchemes: { one: securityScheme } },
    });
    const openIdConnectUrl = 'https://id.test/one/.well-known/openid-configuration';
    expect(sketchOf(scheme({ type: 'openIdConnect', openIdConnectUrl }))).toMatchObject({
      address: 'https://id.test/one',
    });
    const clientCredentials = { tokenUrl: 'token', scopes: { read: '', write: '' } };
    expect(sketchOf(scheme({ type: 'oauth2', flows: { clientCredentials } }))).toMatchObject({
      address: 'https://api.test',
      loginId: 'client-credentials',
      settings: { tokenUrl: '/v2/token' },
      fields: { scope: 'read write' },
    });
    expect(reasonOf(scheme({ type: 'http', scheme: 'bearer' }))).toBe('openapi-no-sign-in');
    expect(reasonOf({ openapi: '4.0.0' })).toBe('openapi-version');
  });
});
