import type { ServerKind } from '../../contract/server-kind.ts';
import { errorAnswer, introspectionAnswer, subjectDetails, tokenAnswer } from './oauth-answers.ts';
import { clientCall, tokenCall } from './openid-calls.ts';
import { openidLogins } from './openid-logins.ts';
import { openidProbe } from './openid-probe.ts';
import { openidSettings } from './openid-settings.ts';

/**
 * Any OpenID provider or OAuth 2.0 server that describes itself, with every way to sign in that it has. Refresh tokens come where
 * `offline_access` was asked for, and in the browser only together with `prompt=consent`.
 * @see OpenID Connect Core 1.0 §11, OpenID Connect Discovery 1.0 §4, RFC 8414
 */
export const openid: ServerKind = {
  id: 'openid',
  label: 'OpenID Connect, OAuth 2.0',
  summary: 'Signs in with the browser, on another device or as a client. Fills itself in from the address.',
  group: 'oauth',
  icon: 'window',
  settings: openidSettings,
  derived: {
    asked: {
      from: 'prompt',
      values: { consent: 'consent', login: 'login', select_account: 'select_account', server: '' },
    },
  },
  logins: [...openidLogins],
  refresh: {
    request: tokenCall('refresh_token', { refresh_token: '{refreshToken}', resource: '{resource}' }),
  },
  identity: {
    request: { method: 'GET', path: '{userinfoUrl}', bearer: '{accessToken}', moreHeaders: '{extraHeaders}' },
    who: [
      'preferred_username',
      'username',
      'email',
      'name',
      'sub',
      'id:preferred_username',
      'id:email',
      'id:name',
      'id:sub',
      'claim:sub',
      'field:username',
      'field:clientId',
    ],
    details: subjectDetails,
    subject: 'sub',
    mayRefuseGoodTokens: true,
  },
  issuer: {
    name: '{issuer}',
    keys: { method: 'GET', path: '{jwksUrl}', moreHeaders: '{extraHeaders}' },
    isNamed: '{issuerIsNamed}',
  },
  check: {
    request: clientCall('{introspectionUrl}', { token: '{accessToken}' }),
    ...introspectionAnswer,
  },
  end: {
    outcome: 'revoked',
    request: clientCall('{revocationUrl}', { token: '{lastingToken}' }),
    also: clientCall('{revocationUrl}', { token: '{accessToken}' }),
  },
  grant: {
    ...tokenAnswer,
    refreshExpiresIn: 'refresh_expires_in',
    idToken: 'id_token',
  },
  errors: errorAnswer,
  probe: openidProbe,
  notes: {
    end: 'Revokes where a revocation URL is set; elsewhere the tokens live to their end.',
    noRefreshToken:
      'No refresh token came. Most servers give one only where the scope offline_access is asked for and granted.',
  },
};
