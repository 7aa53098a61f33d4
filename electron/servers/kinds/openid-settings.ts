import type { Field } from '../../contract/server.ts';
import type { ServerKind } from '../../contract/server-kind.ts';
import { choice, pathSetting } from './login-fields.ts';

function endpoint(id: string, label: string, more: Partial<Field> = {}) {
  const field = pathSetting(id, label, { type: 'url', optional: true, advanced: true, ...more });
  return { ...field, mayLeaveOrigin: true };
}

function lines(id: string, label: string, hint: string): Field {
  return pathSetting(id, label, { type: 'multiline', optional: true, advanced: true, hint });
}

export const openidSettings: ServerKind['settings'] = [
  endpoint('tokenUrl', 'Token URL', { optional: false, advanced: false }),
  endpoint('authorizationUrl', 'Authorization URL', {
    advanced: false,
    hint: 'For signing in with the browser.',
  }),
  endpoint('deviceUrl', 'Device authorization URL', { hint: 'For signing in on another device.' }),
  choice('clientAuth', 'Client authentication', {
    basic: 'HTTP Basic',
    body: 'In the body',
    none: 'None (public client)',
    private_key_jwt: 'Signed with a private key',
    tls: 'Client certificate (mutual TLS)',
  }),
  {
    ...pathSetting('issuer', 'Issuer', { type: 'url', optional: true, advanced: true }),
    hint: 'Whose word an ID token is. Empty means the address itself.',
  },
  {
    ...choice('issuerIsNamed', 'Browser answers name the issuer', { no: 'Not always', yes: 'Always' }),
    advanced: true,
  },
  endpoint('jwksUrl', 'Keys URL', { hint: 'The keys that ID tokens are checked against.' }),
  endpoint('userinfoUrl', 'User info URL'),
  endpoint('introspectionUrl', 'Introspection URL'),
  endpoint('revocationUrl', 'Revocation URL'),
  endpoint('pushUrl', 'Pushed authorization URL', {
    hint: 'Where it is filled in, sign-in requests are pushed there and stay out of the browser.',
  }),
  { ...choice('dpop', 'Bind tokens to a key (DPoP)', { off: 'Off', on: 'On' }), advanced: true },
  {
    ...choice('prompt', 'Browser asks', {
      consent: 'For consent, which a refresh token needs',
      login: 'To sign in again',
      select_account: 'Which account',
      server: 'What the server wants',
    }),
    advanced: true,
  },
  {
    ...pathSetting('redirectAddress', 'Redirect address', { optional: true, advanced: true }),
    placeholder: 'http://127.0.0.1/callback',
    hint: 'As the client is registered, where the server insists on it. Without a port any free one is taken.',
  },
  lines('extraParameters', 'Further parameters', 'Lines of name=value, sent with every sign-in.'),
  lines('extraHeaders', 'Further headers', 'Lines of name=value, sent with every call.'),
];
