import type { ServerKind } from '../../contract/server-kind.ts';

/** Where things stand in what a token endpoint answers. @see RFC 6749 §5.1 */
export const tokenAnswer = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  expiresIn: 'expires_in',
  scope: 'scope',
  tokenType: 'token_type',
} satisfies ServerKind['grant'];

/** How an introspection endpoint says whether a token lives. @see RFC 7662 §2.2 */
export const introspectionAnswer = {
  alive: { path: 'active', equals: true },
  otherwise: 'inactive',
  expiresAt: 'exp',
  provesEnd: true,
} satisfies Omit<NonNullable<ServerKind['check']>, 'request'>;

/** What is shown of a user beside the name. @see OpenID Connect Core 1.0 §5.1 */
export const userDetails = [
  { label: 'E-mail', path: 'email' },
  { label: 'Name', path: 'name' },
];

/** The same with what OpenID Connect knows the user by. */
export const subjectDetails = [{ label: 'Subject', path: 'sub' }, ...userDetails];

/** Where OAuth and the frameworks that it is served with put their words. @see RFC 6749 §5.2 */
export const errorAnswer = { text: ['error_description', 'error', 'message', 'detail'] };
