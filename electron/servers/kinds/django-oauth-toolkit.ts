import type { ServerKind } from '../../contract/server-kind.ts';
import {
  choice,
  clientId,
  clientSecret,
  password,
  pasteWithClient,
  pathSetting,
  scope,
  username,
} from './login-fields.ts';
import { introspectionAnswer, tokenAnswer, userDetails } from './oauth-answers.ts';

const whoHint = 'A call of the site that answers with the user.';
const units = { auto: 'Find out', seconds: 'Seconds', milliseconds: 'Milliseconds' };

/**
 * The server's setting, not the content type, decides how bodies are read; introspection is a form in both cases.
 * Revoking the access token alone would leave its refresh token behind, so the refresh token is what is revoked.
 */
export const djangoOauthToolkit: ServerKind = {
  id: 'django-oauth-toolkit',
  label: 'Django OAuth Toolkit',
  summary: 'A client and a user. Tokens live 10 minutes, each refresh replaces both.',
  group: 'known',
  icon: 'links',
  settings: [
    pathSetting('tokenPath', 'Token path', { initial: '/auth/oauth2/token/' }),
    pathSetting('revokePath', 'Revocation path', { initial: '/auth/oauth2/revoke_token/', optional: true }),
    pathSetting('introspectPath', 'Introspection path', {
      initial: '/auth/oauth2/introspect/',
      optional: true,
    }),
    pathSetting('identityPath', 'Identity path', { initial: '/api/me/', optional: true, hint: whoHint }),
    choice('bodyFormat', 'Body format', { json: 'JSON', form: 'Form' }),
    choice('expiresInUnit', 'Unit of expires_in', units),
  ],
  logins: [
    {
      id: 'password',
      label: 'Client, username and password',
      fields: [
        clientId,
        { ...clientSecret, optional: true, hint: 'Empty for a public client.' },
        username,
        password,
        scope,
      ],
      canRepeat: true,
      request: {
        method: 'POST',
        path: '{tokenPath}',
        client: 'basic',
        body: {
          as: '{bodyFormat}',
          fields: {
            grant_type: 'password',
            username: '{username}',
            password: '{password}',
            scope: '{scope}',
          },
        },
      },
    },
    pasteWithClient,
  ],
  refresh: {
    request: {
      method: 'POST',
      path: '{tokenPath}',
      client: 'basic',
      body: { as: '{bodyFormat}', fields: { grant_type: 'refresh_token', refresh_token: '{refreshToken}' } },
    },
    // Within a site's grace period it even gives the new pair again, so the sooner the better; the old access token is dead either way.
    reuse: 'refused',
  },
  identity: {
    request: { method: 'GET', path: '{identityPath}', bearer: '{accessToken}' },
    who: ['username', 'email', 'name', 'sub', 'id', 'field:username', 'field:clientId'],
    details: userDetails,
  },
  check: {
    request: {
      method: 'POST',
      path: '{introspectPath}',
      client: 'basic',
      body: { as: 'form', fields: { token: '{accessToken}' } },
    },
    ...introspectionAnswer,
  },
  end: {
    outcome: 'revoked',
    request: {
      method: 'POST',
      path: '{revokePath}',
      client: 'body',
      body: { as: '{bodyFormat}', fields: { token: '{lastingToken}' } },
    },
  },
  grant: {
    ...tokenAnswer,
    expiresInUnit: '{expiresInUnit}',
  },
  documentedLifetimeSeconds: 600,
  documentedRefreshLifetimeSeconds: 86_400,
  errors: { text: ['error_description', 'error', 'detail'] },
  refusals: [
    { on: ['identity', 'proof'], match: { status: [403], empty: true }, code: 'token-refused' },
    { on: ['check'], match: { status: [403] }, code: 'client-refused' },
  ],
  learns: {
    setting: 'bodyFormat',
    values: ['json', 'form'],
    match: [
      { status: [400], path: 'error', equals: 'unsupported_grant_type' },
      { status: [400], path: 'error_description', equals: 'Missing token parameter.' },
    ],
  },
  probe: {
    endpoints: ['/auth/oauth2/token/', '/auth/oauth2/revoke_token/'],
    tokenEndpoint: {
      setting: 'tokenPath',
      siblings: { revokePath: 'revoke_token/', introspectPath: 'introspect/' },
    },
    steps: (['json', 'form'] as const).map((bodyFormat) => ({
      request: {
        method: 'POST' as const,
        path: '{tokenPath}',
        body: { as: bodyFormat, fields: { grant_type: 'password' } },
      },
      tries: [
        {},
        { tokenPath: '/o/token/', revokePath: '/o/revoke_token/', introspectPath: '/o/introspect/' },
      ],
      match: [{ status: [401], path: 'error', equals: 'invalid_client' }],
      settings: { bodyFormat },
    })),
  },
  notes: {
    end: 'Revokes the refresh token; its access token dies with it.',
    check: 'Introspection knows access tokens; a refresh token it always calls inactive.',
  },
};
