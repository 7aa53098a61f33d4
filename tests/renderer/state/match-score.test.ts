import { describe, expect, it } from 'vitest';
import { foldTexts, matchScore } from '../../../renderer/state/match-score.ts';

const charlie = foldTexts({
  names: ['charlie_brown', 'Zebbra'],
  also: ['charlie@example.com', 'http://zebbra.example.com'],
});

function score(query: string): number {
  return matchScore(query, charlie) ?? 0;
}

describe('matchScore', () => {
  it('finds a session by the first letters of its server and its name, in either order', () => {
    expect(score('zc')).toBeGreaterThan(0);
    expect(score('cz')).toBeGreaterThan(0);
    expect(score('zech')).toBeGreaterThan(0);
    expect(matchScore('zz', charlie)).toBeNull();
  });

  it('puts the beginning of the name before that of a word, then beginnings, a middle, an address, letters in order', () => {
    const scores = ['char', 'bro', 'zb', 'rown', 'example', 'chrl'].map(score);
    expect(scores).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('minds neither case nor accents', () => {
    const accented = foldTexts({ names: ['Éva Müller'] });
    expect(matchScore('eva MULL', accented)).not.toBeNull();
    expect(matchScore('ÉV', foldTexts({ names: ['eva'] }))).not.toBeNull();
  });

  it('wants every word that was typed, and counts the weakest', () => {
    expect(score('zebbra charlie')).toBe(5);
    expect(score('charlie example')).toBe(2);
    expect(matchScore('charlie billing', charlie)).toBeNull();
  });

  it('takes an empty query for one that fits', () => {
    expect(matchScore('  ', charlie)).toBe(0);
  });

  it('answers at once about words that are all alike', () => {
    const alike = foldTexts({ names: [Array.from({ length: 40 }, () => 'aaaaaaaaaa').join(' ')] });
    const startedAt = performance.now();
    matchScore(`${'a'.repeat(40)}b`, alike);
    // Ten times what a slow machine needs; trying every way to cut the word would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
