import type { ServerKind } from '../../contract/server-kind.ts';
import { choice, clientId, clientSecret, pasteWithClient, pathSetting, scope } from './login-fields.ts';
import { errorAnswer, introspectionAnswer, subjectDetails, tokenAnswer } from './oauth-answers.ts';

const url = { type: 'url', optional: true } as const;
const mayLeaveOrigin = true;
const authMethods = 'token_endpoint_auth_methods_supported.*';

/** Any OAuth 2.0 server that grants tokens to a client itself. @see RFC 6749 §4.4, RFC 8707, RFC 8414 */
export const oauth2: ServerKind = {
  id: 'oauth2',
  label: 'OAuth 2.0 client',
  summary: 'Client credentials of any OAuth 2.0 server. Asks for a new token before the old one ends.',
  group: 'oauth',
  icon: 'chip',
  settings: [
    {
      ...pathSetting('tokenUrl', 'Token URL', { ...url, optional: false, initial: '/oauth/token' }),
      mayLeaveOrigin,
    },
    choice('clientAuth', 'Client authentication', { basic: 'HTTP Basic', body: 'In the body' }),
    {
      ...pathSetting('identityPath', 'Identity or test call', { ...url, initial: '/userinfo' }),
      mayLeaveOrigin,
    },
    { ...pathSetting('introspectionUrl', 'Introspection URL', url), mayLeaveOrigin },
    { ...pathSetting('revocationUrl', 'Revocation URL', url), mayLeaveOrigin },
  ],
  logins: [
    {
      id: 'client-credentials',
      label: 'Client credentials',
      fields: [
        clientId,
        clientSecret,
        scope,
        { ...scope, id: 'audience', label: 'Audience', hint: 'Asked for by some servers, Auth0 among them.' },
        {
          ...scope,
          id: 'resource',
          label: 'Resource',
          hint: 'The address of the API, where the server issues tokens for one.',
        },
      ],
      canRepeat: true,
      request: {
        method: 'POST',
        path: '{tokenUrl}',
        client: '{clientAuth}',
        body: {
          as: 'form',
          fields: {
            grant_type: 'client_credentials',
            scope: '{scope}',
            audience: '{audience}',
            resource: '{resource}',
          },
        },
      },
    },
    pasteWithClient,
  ],
  refresh: {
    request: {
      method: 'POST',
      path: '{tokenUrl}',
      client: '{clientAuth}',
      body: { as: 'form', fields: { grant_type: 'refresh_token', refresh_token: '{refreshToken}' } },
    },
  },
  identity: {
    request: { method: 'GET', path: '{identityPath}', bearer: '{accessToken}' },
    who: [
      'preferred_username',
      'username',
      'email',
      'name',
      'sub',
      'client_id',
      'claim:sub',
      'field:clientId',
    ],
    details: subjectDetails,
    mayRefuseGoodTokens: true,
  },
  check: {
    request: {
      method: 'POST',
      path: '{introspectionUrl}',
      client: '{clientAuth}',
      body: { as: 'form', fields: { token: '{accessToken}' } },
    },
    ...introspectionAnswer,
  },
  end: {
    outcome: 'revoked',
    request: {
      method: 'POST',
      path: '{revocationUrl}',
      client: '{clientAuth}',
      body: { as: 'form', fields: { token: '{lastingToken}' } },
    },
  },
  grant: {
    ...tokenAnswer,
    refreshExpiresIn: 'refresh_expires_in',
  },
  errors: errorAnswer,
  probe: {
    endpoints: ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'],
    tokenEndpoint: { setting: 'tokenUrl', siblings: {} },
    steps: [
      ...['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'].map((metadata) => ({
        request: { method: 'GET' as const, path: metadata },
        match: [{ status: [200], path: 'token_endpoint', startsWith: 'http' }],
        certain: true,
        settingsFrom: {
          tokenUrl: 'token_endpoint',
          identityPath: 'userinfo_endpoint',
          introspectionUrl: 'introspection_endpoint',
          revocationUrl: 'revocation_endpoint',
        },
        settingsWhen: [
          { when: { path: authMethods, equals: 'client_secret_post' }, settings: { clientAuth: 'body' } },
          { when: { path: authMethods, equals: 'client_secret_basic' }, settings: { clientAuth: 'basic' } },
        ],
        facts: [{ text: 'issuer', path: 'issuer' }],
      })),
      {
        request: {
          method: 'POST',
          path: '{tokenUrl}',
          body: { as: 'form', fields: { grant_type: 'client_credentials' } },
        },
        match: [
          { status: [401], path: 'error', equals: 'invalid_client' },
          { status: [400], path: 'error', equals: 'invalid_request' },
        ],
      },
    ],
  },
  notes: {
    end: 'Revokes where a revocation URL is set; elsewhere the token lives to its end.',
  },
};
