import type { ServerKind } from '../../contract/server-kind.ts';
import { accessToken, choice, password, username } from './login-fields.ts';

const fieldNames = {
  username: 'username',
  password: 'password',
  first_name: 'firstName',
  last_name: 'lastName',
  new_workspace_name: 'newWorkspaceName',
  invite_code: 'inviteCode',
};

/**
 * Its tokens hold `sub` and a whole-second `exp` alone, so a login within the second of a logout gives the dead token again;
 * its expiry endpoint looks at the signature and `exp`, never at logouts.
 */
export const zebbra: ServerKind = {
  id: 'zebbra',
  label: 'Zebbra',
  summary: 'Username and password. No refresh: signs in again before the token ends.',
  group: 'known',
  icon: 'stripes',
  settings: [
    choice('paths', 'Login paths', { auth: '/auth/token (newer)', plain: '/token (until August 2022)' }),
  ],
  derived: { prefix: { from: 'paths', values: { auth: '/auth', plain: '' } } },
  logins: [
    {
      id: 'password',
      label: 'Username and password',
      fields: [
        username,
        password,
        {
          ...password,
          id: 'otp',
          label: 'One-time password',
          type: 'one-time-code',
          optional: true,
          keep: 'never',
          onlyWhenAsked: true,
        },
      ],
      canRepeat: true,
      request: {
        method: 'POST',
        path: '{prefix}/token',
        body: {
          as: 'form',
          fields: { grant_type: 'password', username: '{username}', password: '{password}', otp: '{otp}' },
        },
      },
    },
    { id: 'paste', label: 'Paste a token', fields: [accessToken], canRepeat: false, paste: true },
  ],
  identity: {
    request: { method: 'GET', path: '/user', bearer: '{accessToken}' },
    proof: { path: 'username' },
    who: ['username'],
    details: [
      { label: 'First name', path: 'first_name' },
      { label: 'Last name', path: 'last_name' },
      { label: 'Workspaces', path: 'workspaces.*.name' },
      { label: 'Models', path: 'models.*.name' },
    ],
  },
  check: {
    request: { method: 'GET', path: '{prefix}/token/expired', bearer: '{accessToken}' },
    alive: { path: 'expired', equals: false },
    otherwise: 'expired',
    unknownToken: [500],
  },
  end: {
    outcome: 'logged-out',
    request: { method: 'POST', path: '{prefix}/logout', bearer: '{accessToken}' },
  },
  register: {
    fields: [
      { ...username, hint: 'Zebbra takes an e-mail address.' },
      { ...username, id: 'firstName', label: 'First name' },
      { ...username, id: 'lastName', label: 'Last name' },
      password,
      {
        ...username,
        id: 'newWorkspaceName',
        label: 'Name of a new workspace',
        optional: true,
        exactlyOneOf: 'workspace',
      },
      { ...username, id: 'inviteCode', label: 'Invite code', optional: true, exactlyOneOf: 'workspace' },
    ],
    request: {
      method: 'POST',
      path: '{prefix}/register',
      body: {
        as: 'json',
        fields: Object.fromEntries(Object.entries(fieldNames).map(([name, id]) => [name, `{${id}}`])),
      },
    },
  },
  grant: { accessToken: 'access_token', tokenType: 'token_type' },
  errors: {
    text: ['detail', 'message'],
    list: { path: 'detail', location: 'loc', message: 'msg' },
    fields: fieldNames,
  },
  refusals: [
    {
      on: ['login'],
      match: { status: [401], path: 'detail', startsWith: 'OTP of Two-Factor Authentication' },
      code: 'one-time-password-needed',
      field: 'otp',
    },
    {
      on: ['register'],
      match: { status: [409], path: 'detail', startsWith: 'Username' },
      code: 'already-exists',
      field: 'username',
    },
    {
      on: ['register'],
      match: { status: [409], path: 'detail', startsWith: 'Workspace' },
      code: 'already-exists',
      field: 'newWorkspaceName',
    },
    {
      on: ['register'],
      match: { status: [400], path: 'detail', startsWith: 'Invite code' },
      code: 'bad-input',
      field: 'inviteCode',
    },
    { on: ['identity', 'proof'], match: { path: 'detail', equals: 'Inactive user' }, code: 'server-refused' },
  ],
  staleLogin: { match: { status: [401], path: 'detail', equals: 'Expired token' }, waitMs: 1_000 },
  probe: {
    endpoints: [
      '/auth/token/expired',
      '/auth/register',
      '/auth/token',
      '/token/expired',
      '/register',
      '/token',
    ],
    steps: [
      {
        request: { method: 'GET', path: '/' },
        match: [{ status: [200], path: 'message', equals: 'Hello Zebbra!' }],
        certain: true,
      },
      {
        request: { method: 'GET', path: '/auth/token' },
        match: [{ status: [405], path: 'detail', equals: 'Method Not Allowed' }],
        settings: { paths: 'auth' },
      },
      {
        request: { method: 'GET', path: '/token' },
        match: [{ status: [405], path: 'detail', equals: 'Method Not Allowed' }],
        settings: { paths: 'plain' },
      },
    ],
  },
  notes: {
    check:
      'The server looks at signature and date only: it also calls a token good that was logged out. Who am I is the proof.',
  },
};
