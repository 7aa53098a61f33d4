import type { ServerKind } from '../../contract/server-kind.ts';

const authMethods = 'token_endpoint_auth_methods_supported.*';

/** Of the ways a server knows, the last one here is taken: most clients are set up for that, and one without a secret names itself there. */
const ways = [
  ['none', 'none'],
  ['tls_client_auth', 'tls'],
  ['self_signed_tls_client_auth', 'tls'],
  ['private_key_jwt', 'private_key_jwt'],
  ['client_secret_post', 'body'],
  ['client_secret_basic', 'basic'],
] as const;

export const openidProbe: ServerKind['probe'] = {
  endpoints: ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'],
  tokenEndpoint: { setting: 'tokenUrl', siblings: {} },
  steps: [
    '/.well-known/openid-configuration',
    '/.well-known/oauth-authorization-server',
    '{origin}/.well-known/oauth-authorization-server{basePath}',
  ].map((path) => ({
    request: { method: 'GET' as const, path },
    match: ['authorization_endpoint', 'device_authorization_endpoint'].map((name) => ({
      status: [200],
      path: name,
      startsWith: 'http',
    })),
    issuer: { path: 'issuer', setting: 'issuer' },
    certain: true,
    settingsFrom: {
      authorizationUrl: 'authorization_endpoint',
      tokenUrl: 'token_endpoint',
      deviceUrl: 'device_authorization_endpoint',
      pushUrl: 'pushed_authorization_request_endpoint',
      userinfoUrl: 'userinfo_endpoint',
      introspectionUrl: 'introspection_endpoint',
      revocationUrl: 'revocation_endpoint',
      jwksUrl: 'jwks_uri',
    },
    settingsWhen: [
      ...ways.map(([method, clientAuth]) => ({
        when: { path: authMethods, equals: method },
        settings: { clientAuth },
      })),
      {
        when: { path: 'authorization_response_iss_parameter_supported', equals: true },
        settings: { issuerIsNamed: 'yes' },
      },
    ],
    logins: {
      path: 'grant_types_supported.*',
      accept: [
        { startsWith: 'authorization_code', login: 'browser' },
        { startsWith: 'urn:ietf:params:oauth:grant-type:device_code', login: 'device' },
        { startsWith: 'client_credentials', login: 'client-credentials' },
        { startsWith: 'password', login: 'password' },
        { startsWith: 'urn:ietf:params:oauth:grant-type:token-exchange', login: 'token-exchange' },
        { startsWith: 'urn:ietf:params:oauth:grant-type:jwt-bearer', login: 'jwt-bearer' },
      ],
      always: ['paste'],
      unsaid: [],
    },
    facts: [{ text: 'issuer', path: 'issuer' }],
  })),
};
