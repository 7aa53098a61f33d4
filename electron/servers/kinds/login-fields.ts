import type { Field } from '../../contract/server.ts';
import type { Login } from '../../contract/server-kind.ts';

const text = { type: 'text', secret: false, optional: false, keep: 'always' } as const;

export const username: Field = { ...text, id: 'username', label: 'Username' };

export const password: Field = {
  ...text,
  id: 'password',
  label: 'Password',
  type: 'password',
  secret: true,
  keep: 'remembered',
};

export const clientId: Field = { ...text, id: 'clientId', label: 'Client ID' };

export const clientSecret: Field = {
  ...text,
  id: 'clientSecret',
  label: 'Client secret',
  type: 'password',
  secret: true,
};

export const scope: Field = {
  ...text,
  id: 'scope',
  label: 'Scope',
  optional: true,
  hint: 'Several are separated by spaces. Empty asks for what the server gives by default.',
};

export const accessToken: Field = {
  ...text,
  id: 'accessToken',
  label: 'Access token',
  type: 'multiline',
  secret: true,
  keep: 'never',
};

export const refreshToken: Field = { ...accessToken, id: 'refreshToken', label: 'Refresh token' };

/** Takes tokens of a sign-in that was made elsewhere. */
export const pasteWithClient: Login = {
  id: 'paste',
  label: 'Paste saved tokens',
  fields: [
    { ...clientId, optional: true, hint: 'Needed to refresh and to revoke.' },
    { ...clientSecret, optional: true },
    { ...accessToken, optional: true },
    { ...refreshToken, optional: true },
  ],
  canRepeat: false,
  paste: true,
};

/** A setting that holds a path or an address. */
export function pathSetting(id: string, label: string, more: Partial<Field> = {}): Field {
  return { ...text, id, label, ...more };
}

/** A setting with a few values to choose from; the first is what a new server has. */
export function choice(id: string, label: string, options: Readonly<Record<string, string>>): Field {
  const [initial = ''] = Object.keys(options);
  const listed = Object.entries(options).map(([value, words]) => ({ value, label: words }));
  return { ...text, id, label, type: 'select', initial, options: listed };
}
