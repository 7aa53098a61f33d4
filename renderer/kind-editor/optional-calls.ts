import type { CallForm, KindForm, RefreshForm, RequestForm } from './kind-form.ts';

const asUser: RequestForm = { method: 'GET', path: '/me', bearer: '{accessToken}' };

/** What each call begins with when the user says that the server has it. */
const firstRefresh: RefreshForm = {
  request: {
    method: 'POST',
    path: '/refresh',
    body: { as: 'json', fields: [{ name: 'refresh_token', value: '{refreshToken}' }] },
  },
};
const firstIdentity: CallForm<'identity'> = { request: asUser, who: ['username'], details: [] };
const firstCheck: CallForm<'check'> = {
  request: {
    method: 'POST',
    path: '/introspect',
    body: { as: 'form', fields: [{ name: 'token', value: '{accessToken}' }] },
  },
  alive: { path: 'active', equals: true },
  otherwise: 'inactive',
};
const firstEnd: CallForm<'end'> = {
  outcome: 'logged-out',
  request: { ...asUser, method: 'POST', path: '/logout' },
};

export type OptionalCall = 'refresh' | 'identity' | 'check' | 'end';

/** The description with a call that it did not have. A refresh needs to know where its token comes from. */
export function withCall(form: KindForm, call: OptionalCall): KindForm {
  switch (call) {
    case 'refresh': {
      const refreshToken = form.grant.refreshToken ?? 'refresh_token';
      return { ...form, refresh: firstRefresh, grant: { ...form.grant, refreshToken } };
    }
    case 'identity':
      return { ...form, identity: firstIdentity };
    case 'check':
      return { ...form, check: firstCheck };
    case 'end':
      return { ...form, end: firstEnd };
  }
}
