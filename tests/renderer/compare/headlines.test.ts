import { expect, test } from 'vitest';
import { type ComparedToken, compareTokens } from '../../../renderer/compare/compare-tokens.ts';
import { headlinesOf, type Order } from '../../../renderer/compare/headlines.ts';
import { claim } from '../../support/window-fixture.ts';
import { compared, hidden, jwt, list, minute, opaque } from './tokens.ts';

const say = (first: ComparedToken, second: ComparedToken, order: Order = 'beside'): readonly string[] =>
  headlinesOf(compareTokens(first, second), order).map(({ words }) => words.replaceAll('\u00a0', ' '));

test('before and after a refresh, what was lost and gained stands first', () => {
  const before = compared(opaque, { scope: 'read write admin:write', lifetimeMs: 10 * minute });
  const now = compared(opaque, { scope: 'read write audit', lifetimeMs: 60 * minute });
  expect(say(before, now, 'inTime')).toEqual([
    'Scope shrank: lost admin:write',
    'Scope grew: gained audit',
    'Lives longer: 1 h, before 10 min',
    'Neither can be read: only their lives and scopes can be compared.',
  ]);
  expect(say(now, before, 'inTime')).toContain('Lives shorter: 10 min, before 1 h');
});

test('side by side, each is named by its letter', () => {
  const first = compared(opaque, { scope: 'read write', lifetimeMs: 60 * minute });
  const second = compared(opaque, { scope: 'read', lifetimeMs: 10 * minute });
  expect(say(first, second)).toEqual([
    'Only A has the scope write',
    'A lives longer: 1 h, and B 10 min',
    'Neither can be read: only their lives and scopes can be compared.',
  ]);
});

test('another issuer, subject, audience, algorithm and key are named, the same one written otherwise is not', () => {
  const first = jwt(
    [claim('iss', 'a'), claim('sub', 'a'), claim('aud', 'a')],
    [claim('alg', 'RS256'), claim('kid', '1')],
  );
  const second = jwt(
    [claim('iss', 'b'), claim('sub', 'b'), list('aud', ['b'])],
    [claim('alg', 'ES256'), claim('kid', '2')],
  );
  expect(say(compared(first), compared(second)).slice(0, 5)).toEqual([
    'Another issuer',
    'Another subject',
    'Another audience',
    'Another algorithm',
    'Signed with another key',
  ]);
  expect(say(compared(jwt([claim('aud', 'a')])), compared(jwt([list('aud', ['a'])])))[0]).toBe(
    'What can be compared is the same.',
  );
});

test('what is new in every token is no difference worth telling', () => {
  const at = (seconds: number) =>
    compared(
      jwt([claim('sub', 'a'), claim('jti', String(seconds)), claim('iat', String(seconds), seconds * 1000)]),
    );
  expect(say(at(1), at(2))[0]).toBe('Only what is new in every token differs.');
});

test('what cannot be compared is said to be so', () => {
  const read = compared(jwt([claim('sub', 'a')]), { lifetimeMs: minute });
  expect(say(compared(opaque), compared(opaque))).toEqual([
    'Neither can be read, and nothing else is known of both: they cannot be compared.',
  ]);
  expect(say(compared(opaque, { lifetimeMs: minute }), compared(opaque, { lifetimeMs: minute }))).toEqual([
    'What can be compared is the same.',
    'Neither can be read: only their lives can be compared.',
  ]);
  expect(say(read, compared(opaque))).toEqual([
    'Another kind of token',
    'What stands in B cannot be read, so their claims cannot be compared.',
    'How long B lives is not known.',
  ]);
  expect(say(read, compared(jwt([claim('sub', 'a'), hidden('…')]), { lifetimeMs: minute }))).toContain(
    'Not all that stands in them is shown, so not all of it could be compared.',
  );
});

test('of many scopes only the first are named', () => {
  const scope = Array.from({ length: 30 }, (_, index) => `s${index}`).join(' ');
  expect(say(compared(opaque, { scope }), compared(opaque, { scope: 's0' }))[0]).toBe(
    'Only A has the scope s1, s2, s3, s4, s5, s6 and 23 more',
  );
});
