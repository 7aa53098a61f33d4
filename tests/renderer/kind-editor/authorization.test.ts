import { describe, expect, it } from 'vitest';
import { authorizationOf, withAuthorization } from '../../../renderer/kind-editor/authorization.ts';
import type { RequestForm } from '../../../renderer/kind-editor/kind-form.ts';

const plain: RequestForm = { method: 'POST', path: '/login' };

describe('how a request proves who sends it', () => {
  it.each(['none', 'basic', 'bearer', 'client-basic', 'client-body'] as const)(
    'is %s once chosen',
    (choice) => {
      const before = { ...plain, bearer: '{auth0Token}' };
      expect(authorizationOf(withAuthorization(before, choice))).toBe(choice);
    },
  );

  it('leaves alone what it has no words for', () => {
    const byEither = { ...plain, client: '{clientAuth}' };
    expect(authorizationOf(byEither)).toBe('other');
    expect(authorizationOf({ ...byEither, bearer: '{accessToken}' })).toBe('other');
    expect(withAuthorization(byEither, 'other')).toBe(byEither);
  });

  it('keeps what was typed when it is chosen again', () => {
    const before = { ...plain, basic: { username: '{key}', password: 'x' } };
    expect(withAuthorization(before, 'basic')).toEqual(before);
  });
});
