import { blankKind } from '../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';

/** The login of `tests/servers/made-up-login.ts`, described. */
export const madeUpKind: ServerKind = {
  ...blankKind,
  label: 'Made-up login',
  summary: 'Username and password. Tokens live a quarter of an hour.',
  logins: blankKind.logins.map((login) => ({
    ...login,
    request: {
      method: 'POST' as const,
      path: '/v1/sessions',
      body: {
        as: 'json',
        fields: {
          'credentials.user': '{username}',
          'credentials.pass': '{password}',
          'client.name': 'lanyard',
        },
      },
    },
  })),
  refresh: {
    request: { method: 'PUT', path: '/v1/sessions', headers: { 'X-Refresh': '{refreshToken}' } },
    grant: {
      accessToken: 'renewed.accessKey',
      refreshToken: 'header:X-Refresh',
      expiresAt: 'renewed.validUntil',
    },
    refusedBy: [409],
  },
  identity: {
    request: { method: 'GET', path: '/v1/me', bearer: '{accessToken}' },
    who: ['person.mail'],
    details: [{ label: 'Name', path: 'person.name' }],
  },
  end: {
    outcome: 'logged-out',
    request: { method: 'DELETE', path: '/v1/sessions', bearer: '{accessToken}' },
  },
  grant: {
    accessToken: 'session.tokens.access',
    refreshToken: 'session.tokens.refresh',
    expiresAt: 'session.validUntil',
  },
  errors: { text: ['problem.title'] },
};
