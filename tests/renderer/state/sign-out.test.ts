import { expect, test } from 'vitest';
import { signOutWords } from '../../../renderer/state/sign-out.ts';

test.each([
  [{ ended: 'revoked', proved: true, problem: null }, 'Revoked, and proved.'],
  [{ ended: 'logged-out', proved: true, problem: null }, 'Signed out at the server, and proved.'],
  [{ ended: 'revoked', proved: null, problem: null }, 'Revoked.'],
  [
    { ended: 'logged-out', proved: false, problem: null },
    'Signed out at the server, but the server still accepts the token.',
  ],
  [{ ended: 'unsupported', proved: null, problem: null }, 'Signed out here. The tokens are forgotten.'],
  [
    { ended: 'revoked', proved: null, problem: { code: 'unreachable' } },
    'Signed out here, but not at the server.',
  ],
] as const)('claims no more than what was shown: %j', (result, title) => {
  expect(signOutWords(result, undefined).title).toBe(title);
});

test('explains with the words of the kind why the server was not told', () => {
  const { advice } = signOutWords({ ended: 'unsupported', proved: null, problem: null }, 'It has no logout.');
  expect(advice).toBe('It has no logout.');
});
