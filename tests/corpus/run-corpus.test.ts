import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, faultsOf } from './run-corpus.ts';
import { startTrials, type Trials } from './trials.ts';

let trials: Trials;
beforeAll(async () => {
  trials = await startTrials();
});
afterAll(() => trials.close());

describe('an answer to a refresh', () => {
  it('is one of at least 150', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.map(({ answer }) => `${answer.code} ${answer.name}`)).size).toBe(corpus.length);
  });

  it.each(corpus.map((entry) => [entry.outcome, entry.answer.name, entry] as const))(
    'is taken for %s: %s',
    async (_outcome, _name, entry) => {
      expect(faultsOf(entry, await trials.refreshAnsweredWith(entry.answer))).toEqual([]);
    },
  );
});
