import type { RequestForm } from './kind-form.ts';

/** How a request proves who sends it, but for what its body and further headers hold. */
export type Authorization = 'none' | 'basic' | 'bearer' | 'client-basic' | 'client-body' | 'other';

/** `other` is what the form has no words for, such as a choice that a setting of the server makes. */
export function authorizationOf({ basic, bearer, client }: RequestForm): Authorization {
  const given = [basic, bearer, client].filter((part) => part !== undefined);
  if (given.length > 1) return 'other';
  if (basic) return 'basic';
  if (bearer !== undefined) return 'bearer';
  if (client === undefined) return 'none';
  return client === 'basic' || client === 'body' ? `client-${client}` : 'other';
}

/** The request with that proof and no other; what was described before stays where it is `other`. */
export function withAuthorization(request: RequestForm, next: Authorization): RequestForm {
  if (next === 'other') return request;
  const { basic, bearer, client: _, ...rest } = request;
  if (next === 'basic')
    return { ...rest, basic: basic ?? { username: '{username}', password: '{password}' } };
  if (next === 'bearer') return { ...rest, bearer: bearer ?? '{accessToken}' };
  return next === 'none' ? rest : { ...rest, client: next === 'client-basic' ? 'basic' : 'body' };
}
