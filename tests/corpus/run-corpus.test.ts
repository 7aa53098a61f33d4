import { describe, expect, it } from 'vitest';
import { corpus, runCorpus } from './run-corpus.ts';

describe('an answer to a refresh', () => {
  it('is one of at least 150, each of which is taken for what it is', { timeout: 60_000 }, async () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.map(({ answer }) => `${answer.code} ${answer.name}`)).size).toBe(corpus.length);
    expect(await runCorpus()).toEqual({ corpus: corpus.length, corpusTyped: corpus.length, faults: [] });
  });
});
