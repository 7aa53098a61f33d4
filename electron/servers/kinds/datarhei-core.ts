import type { ServerKind } from '../../contract/server-kind.ts';
import { accessToken, password, refreshToken, username } from './login-fields.ts';

/** Its refresh is a GET that answers with an access token alone: the refresh token lives on, and its end never moves. */
export const datarheiCore: ServerKind = {
  id: 'datarhei-core',
  label: 'datarhei Core',
  summary: 'Username and password, or an Auth0 token. Tokens live 10 minutes, refreshed for a day.',
  group: 'known',
  icon: 'target',
  settings: [],
  logins: [
    {
      id: 'password',
      label: 'Username and password',
      fields: [username, password],
      canRepeat: true,
      request: {
        method: 'POST',
        path: '/api/login',
        body: { as: 'json', fields: { username: '{username}', password: '{password}' } },
      },
    },
    {
      id: 'auth0',
      label: 'Auth0 token',
      fields: [{ ...accessToken, id: 'auth0Token', label: 'Auth0 access token' }],
      canRepeat: false,
      request: { method: 'POST', path: '/api/login', bearer: '{auth0Token}' },
    },
    {
      id: 'paste',
      label: 'Paste saved tokens',
      fields: [
        {
          ...accessToken,
          optional: true,
          hint: 'May be left out, or be over already, where the refresh token lives.',
        },
        { ...refreshToken, optional: true },
      ],
      canRepeat: false,
      paste: true,
      expectClaim: { name: 'usefor', accessToken: 'access', refreshToken: 'refresh' },
    },
  ],
  refresh: {
    request: { method: 'GET', path: '/api/login/refresh', bearer: '{refreshToken}' },
    refusedBy: [401, 403],
    reuse: 'accepted',
  },
  identity: {
    request: { method: 'GET', path: '/api', bearer: '{accessToken}' },
    proof: { path: 'id', absentMeansRefused: true },
    who: ['claim:sub', 'field:username', 'name'],
    details: [
      { label: 'Server name', path: 'name' },
      { label: 'Server ID', path: 'id' },
      { label: 'Version', path: 'version.number' },
    ],
  },
  grant: { accessToken: 'access_token', refreshToken: 'refresh_token', lifetimeClaim: 'exi' },
  documentedRefreshLifetimeSeconds: 86_400,
  errors: { text: ['details.0', 'message'] },
  refusals: [
    {
      on: ['login'],
      match: { status: [400], path: 'details.0', equals: 'Missing authorization credentials' },
      code: 'credentials-refused',
    },
  ],
  probe: {
    endpoints: ['/api/login/refresh', '/api/login', '/api/v3', '/api'],
    steps: [
      {
        request: { method: 'GET', path: '/api' },
        match: [{ status: [200], path: 'app', equals: 'datarhei-core' }],
        certain: true,
        name: 'name',
        facts: [
          { text: 'version', path: 'version.number' },
          { text: 'asks for no token', when: { path: 'id', exists: true } },
          { text: 'authentication is off', when: { path: 'auths.*', exists: false } },
        ],
        logins: {
          path: 'auths.*',
          accept: [
            { startsWith: 'localjwt', login: 'password' },
            { startsWith: 'auth0', login: 'auth0' },
          ],
          always: ['paste'],
        },
      },
    ],
  },
  slowFailureMs: 5_000,
  notes: {
    end: 'This server has no logout: tokens can only be forgotten here, and work until they end.',
    slowFailure: 'A wrong login is answered after five seconds.',
  },
};
