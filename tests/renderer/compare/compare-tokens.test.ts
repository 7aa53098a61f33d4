import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ComparedToken, compareTokens } from '../../../renderer/compare/compare-tokens.ts';
import type { Pair } from '../../../renderer/compare/pair-claims.ts';
import { claim } from '../../support/window-fixture.ts';
import { anyToken, compared, hidden, jwt, list, minute, opaque } from './tokens.ts';

const scopeOf = (first: ComparedToken, second: ComparedToken) => compareTokens(first, second).scope;
const lifeOf = (first: ComparedToken, second: ComparedToken) => compareTokens(first, second).life.verdict;
const verdicts = (pairs: readonly Pair[]) => pairs.map(({ name, verdict }) => `${name} ${verdict}`);

function pairsOf(first: Parameters<typeof jwt>[0], second: Parameters<typeof jwt>[0]): readonly Pair[] {
  return compareTokens(compared(jwt(first)), compared(jwt(second))).pairs.filter(
    ({ part }) => part === 'claims',
  );
}

describe('the scope', () => {
  it('is what the server told of the token, else what stands in it', () => {
    const before = compared(opaque, { scope: 'read write admin:write' });
    const now = compared(jwt([claim('scope', 'write  read more')]));
    expect(scopeOf(before, now)).toEqual({
      lost: ['admin:write'],
      gained: ['more'],
      kept: ['read', 'write'],
    });
    const lists = compared(jwt([list('scp', ['read'])]));
    expect(scopeOf(lists, now).gained).toEqual(['write', 'more']);
    expect(scopeOf(compared(lists.token, { scope: 'other' }), lists).lost).toEqual(['other']);
  });

  it('is known to be empty where it says so, and unknown where nothing says anything or it is hidden', () => {
    const read = compared(opaque, { scope: 'read' });
    expect(scopeOf(read, compared(jwt([claim('scope', '')]))).lost).toEqual(['read']);
    for (const unknown of [
      compared(opaque),
      compared(jwt([hidden('scope')])),
      compared(opaque, { scope: 'Not shown: a secret stands in it' }),
    ]) {
      expect(compareTokens(read, unknown)).toMatchObject({
        scopeOf: 'first',
        scope: { lost: [], gained: [] },
      });
    }
  });
});

describe('the life', () => {
  it('is compared by the claims of each token, else by what is known of it', () => {
    const tenMinutes = jwt([claim('iat', '0', 0), claim('exp', '600', 10 * minute)]);
    expect(
      lifeOf(compared(tenMinutes, { lifetimeMs: 3 * minute }), compared(opaque, { lifetimeMs: 60 * minute })),
    ).toBe('longer');
    expect(lifeOf(compared(opaque, { lifetimeMs: 60 * minute }), compared(tenMinutes))).toBe('shorter');
  });

  it('is the same where it differs by the whole seconds of a clock alone, and unknown where one is', () => {
    const life = (lifetimeMs: number | null) => compared(opaque, { lifetimeMs });
    expect(lifeOf(life(600_000), life(601_999))).toBe('same');
    expect(lifeOf(life(600_000), life(602_000))).toBe('longer');
    expect(lifeOf(life(600_000), life(null))).toBe('unknown');
  });

  it('is not told by an instant that is a guess', () => {
    const guessed = { ...claim('exp', '1700000000000', 1_700_000_000_000), guessed: true };
    expect(lifeOf(compared(jwt([claim('iat', '0', 0), guessed])), compared(opaque, { lifetimeMs: 1 }))).toBe(
      'unknown',
    );
  });
});

describe('claims', () => {
  it('are added, removed, changed or the same, in the order of the first', () => {
    const pairs = pairsOf(
      [claim('sub', 'alice'), claim('iss', 'x'), claim('tenant', '1')],
      [claim('new', 'y'), claim('tenant', '1', null, 'number'), claim('iss', 'x')],
    );
    expect(verdicts(pairs)).toEqual(['sub removed', 'iss same', 'tenant changed', 'new added']);
  });

  it('that are lists say which parts are lost and gained, and that only their writing differs', () => {
    const [roles, aud] = pairsOf(
      [list('roles', ['a', 'b']), claim('aud', 'api')],
      [list('roles', ['b', 'c']), list('aud', ['api'])],
    );
    expect(roles).toMatchObject({ verdict: 'changed', lost: ['a'], gained: ['c'] });
    expect(aud?.verdict).toBe('rewritten');
  });

  it('that stand twice pair with their own like, and what is hidden with nothing that could be told', () => {
    expect(
      verdicts(
        pairsOf(
          [claim('sub', 'a'), claim('sub', 'b'), hidden('sid'), hidden('pw')],
          [claim('sub', 'a'), hidden('sid'), claim('pw', 'x'), hidden('…')],
        ),
      ),
    ).toEqual(['sub same', 'sub removed', 'sid not-shown', 'pw not-shown']);
  });

  it('are not compared where those of one cannot be read: what is unread is not missing', () => {
    const read = compared(jwt([claim('sub', 'a')]));
    const cut = compared({ ...jwt([]), notes: ['cut-claims'] });
    expect(compareTokens(read, compared(opaque))).toMatchObject({ readable: 'first', pairs: [] });
    expect(compareTokens(cut, read)).toMatchObject({ readable: 'second' });
    expect(compareTokens(cut, read).pairs.map(({ part }) => part)).toEqual(['header']);
    expect(compareTokens(compared(opaque), cut).readable).toBe('neither');
    expect(compareTokens(read, compared(jwt([hidden('…')]))).isPartial).toBe(true);
  });
});

const mirrored = { added: 'removed', removed: 'added' } as const;
const mirror = (verdict: Pair['verdict']) => mirrored[verdict as 'added'] ?? verdict;
const sorted = (lines: readonly string[]) => [...lines].sort();

test('a token differs in nothing from itself, and any two differ in the same from either side', () => {
  fc.assert(
    fc.property(anyToken, anyToken, (first, second) => {
      const self = compareTokens(first, first);
      expect(self.pairs.every(({ verdict }) => verdict === 'same' || verdict === 'not-shown')).toBe(true);
      expect([self.scope.lost, self.scope.gained, self.isOtherFormat]).toEqual([[], [], false]);
      expect(['same', 'unknown']).toContain(self.life.verdict);

      const there = compareTokens(first, second);
      const back = compareTokens(second, first);
      expect([back.scope.gained, back.scope.lost]).toEqual([there.scope.lost, there.scope.gained]);
      const told = ({ part, name, verdict, lost, gained }: Pair) =>
        JSON.stringify([part, name, verdict, lost, gained]);
      expect(sorted(back.pairs.map(told))).toEqual(
        sorted(
          there.pairs.map((pair) =>
            told({ ...pair, verdict: mirror(pair.verdict), lost: pair.gained, gained: pair.lost }),
          ),
        ),
      );
    }),
  );
});

test('every claim of two readable tokens stands in one pair, and none that is hidden is told apart', () => {
  fc.assert(
    fc.property(anyToken, anyToken, (first, second) => {
      const { pairs, readable } = compareTokens(first, second);
      const claims = pairs.filter(({ part }) => part === 'claims');
      const both = readable === 'both';
      expect(claims.flatMap((pair) => pair.first ?? [])).toEqual(both ? first.token.claims : []);
      expect(new Set(claims.flatMap((pair) => pair.second ?? []))).toEqual(
        new Set(both ? second.token.claims : []),
      );
      for (const pair of pairs.filter((one) => one.first?.type === 'hidden' && one.second !== null)) {
        expect(pair.verdict).toBe('not-shown');
      }
    }),
  );
});
