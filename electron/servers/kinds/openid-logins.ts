import type { RequestTemplate } from '../../contract/request-template.ts';
import type { Field } from '../../contract/server.ts';
import type { Login } from '../../contract/server-kind.ts';
import {
  accessToken,
  choice,
  clientId,
  clientSecret,
  password,
  pasteWithClient,
  scope,
  username,
} from './login-fields.ts';
import { clientCall, tokenCall } from './openid-calls.ts';

const clientFields: readonly Field[] = [
  clientId,
  {
    ...clientSecret,
    optional: true,
    hint: 'Empty for a public client.',
    onlyWhen: { field: 'clientAuth', is: ['basic', 'body'] },
  },
  {
    ...clientSecret,
    id: 'clientKey',
    label: 'Private key',
    type: 'multiline',
    hint: 'As PEM or JWK.',
    onlyWhen: { field: 'clientAuth', is: ['private_key_jwt', 'tls'] },
  },
  {
    ...clientId,
    id: 'clientCertificate',
    label: 'Client certificate',
    type: 'multiline',
    hint: 'As PEM.',
    onlyWhen: { field: 'clientAuth', is: ['tls'] },
  },
];

const target: readonly Field[] = [
  {
    ...scope,
    id: 'audience',
    label: 'Audience',
    hint: 'Asked for by some servers, Auth0 among them.',
    advanced: true,
  },
  {
    ...scope,
    id: 'resource',
    label: 'Resource',
    hint: 'Addresses of the APIs, parted by spaces, where the server issues tokens for them.',
    advanced: true,
  },
];

const userScope: Field = { ...scope, initial: 'openid offline_access' };

const targets = { audience: '{audience}', resource: '{resource}' };

function withFurtherParameters(call: RequestTemplate): RequestTemplate {
  return call.body ? { ...call, body: { ...call.body, more: '{extraParameters}' } } : call;
}

function requestLogin(
  id: string,
  label: string,
  grantType: string,
  own: readonly Field[],
  sent: Readonly<Record<string, string>>,
): Login {
  return {
    id,
    label,
    fields: [...clientFields, ...own, scope, ...target],
    canRepeat: true,
    request: withFurtherParameters(tokenCall(grantType, { ...sent, scope: '{scope}', ...targets })),
  };
}

/** @see RFC 8693 §3 */
const tokenTypes = {
  'urn:ietf:params:oauth:token-type:access_token': 'Access token',
  'urn:ietf:params:oauth:token-type:refresh_token': 'Refresh token',
  'urn:ietf:params:oauth:token-type:id_token': 'ID token',
  'urn:ietf:params:oauth:token-type:jwt': 'JWT',
  'urn:ietf:params:oauth:token-type:saml2': 'SAML 2.0 assertion',
  'urn:ietf:params:oauth:token-type:saml1': 'SAML 1.1 assertion',
};

const handedOver: Field = { ...accessToken, keep: 'remembered' };

export const openidLogins: readonly Login[] = [
  {
    id: 'browser',
    label: 'With the browser',
    fields: [...clientFields, userScope, ...target],
    canRepeat: false,
    flow: 'authorization-code',
    authorize: {
      path: '{authorizationUrl}',
      parameters: { client_id: '{clientId}', scope: '{scope}', prompt: '{asked}', ...targets },
      lists: ['resource'],
      more: '{extraParameters}',
      redirectUri: '{redirectAddress}',
      push: clientCall('{pushUrl}', {}),
    },
    request: tokenCall('authorization_code', {
      code: '{code}',
      code_verifier: '{codeVerifier}',
      redirect_uri: '{redirectUri}',
      resource: '{resource}',
    }),
  },
  {
    id: 'device',
    label: 'On another device',
    fields: [...clientFields, userScope, ...target],
    canRepeat: false,
    flow: 'device-code',
    authorize: {
      ...clientCall('{deviceUrl}', {}),
      body: {
        as: 'form',
        fields: { scope: '{scope}', ...targets },
        lists: ['resource'],
        more: '{extraParameters}',
      },
    },
    request: tokenCall('urn:ietf:params:oauth:grant-type:device_code', {
      device_code: '{deviceCode}',
      resource: '{resource}',
    }),
  },
  requestLogin('client-credentials', 'As a client alone', 'client_credentials', [], {}),
  requestLogin('password', 'Username and password', 'password', [username, password], {
    username: '{username}',
    password: '{password}',
  }),
  requestLogin(
    'token-exchange',
    'Exchange a token',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    [
      { ...handedOver, id: 'subjectToken', label: 'Token to exchange' },
      choice('subjectType', 'Its type', tokenTypes),
      { ...handedOver, id: 'actorToken', label: 'Token of who acts', optional: true, advanced: true },
      {
        ...choice('actorType', 'Its type', { '': 'None', ...tokenTypes }),
        optional: true,
        advanced: true,
      },
      {
        ...choice('requestedType', 'Type asked for', { '': 'What the server gives', ...tokenTypes }),
        optional: true,
        advanced: true,
      },
    ],
    {
      subject_token: '{subjectToken}',
      subject_token_type: '{subjectType}',
      actor_token: '{actorToken}',
      actor_token_type: '{actorType}',
      requested_token_type: '{requestedType}',
    },
  ),
  requestLogin(
    'jwt-bearer',
    'With a signed assertion',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    [{ ...handedOver, id: 'assertion', label: 'Assertion (JWT)' }],
    { assertion: '{assertion}' },
  ),
  {
    ...pasteWithClient,
    fields: [
      ...clientFields.map((field) =>
        field.id === 'clientId'
          ? { ...field, optional: true, hint: 'Needed to refresh and to revoke.' }
          : field,
      ),
      ...pasteWithClient.fields.filter(({ id }) => !id.startsWith('client')),
    ],
  },
];
