import { expect, test } from 'vitest';
import { expirySources, type Life } from '../../../electron/contract/session.ts';
import { expiryWords } from '../../../renderer/session/expiry-words.ts';

const receivedAt = 1_800_000_000_000;
const life = (source: Life['source'], part: Partial<Life> = {}): Life => ({
  source,
  receivedAt,
  expiresAt: source === 'unknown' ? null : receivedAt + 600_000,
  guessed: false,
  ...part,
});
const sentence = (...args: Parameters<typeof expiryWords>): string => {
  const { before, code, after, notes } = expiryWords(...args);
  return [before + code + after, ...notes].join(' ').replaceAll('\u00a0', ' ');
};

test('names the claim that a lifetime comes from', () => {
  expect(sentence(life('exi'), 600_000, 0)).toBe('10 min, from the exi claim, counted from receipt.');
});

test('says that a countdown from receipt does not care about the clock of the server', () => {
  expect(sentence(life('exi'), 600_000, 3000)).toContain(
    'The clock of the server is 3 s ahead; the countdown does not depend on it.',
  );
});

test('says that a countdown to exp is corrected for it', () => {
  expect(sentence(life('exp'), 600_000, -90_000)).toContain(
    'The clock of the server is 1 min 30 s behind; the countdown is corrected for it.',
  );
});

test('says where the end stands that a reply names, and what of it is a guess', () => {
  expect(sentence(life('expires_at', { guessed: true }), 600_000, 90_000)).toBe(
    '10 min, from the end that the reply names. It names no time zone; that it means UTC is a guess. ' +
      'The clock of the server is 1 min 30 s ahead; the countdown is corrected for it.',
  );
});

test('does not speak of a difference that the network makes', () => {
  expect(sentence(life('exp'), 600_000, 1900)).not.toContain('clock');
});

test('shows a guess as a guess', () => {
  expect(sentence(life('expires_in', { guessed: true }), 600_000, null)).toContain('is a guess');
});

test('never takes unknown for ever', () => {
  expect(sentence(life('unknown'), null, 5000)).toBe(
    'Nothing says how long this token lives: neither the reply nor the token itself.',
  );
});

test.each(expirySources)('has a whole sentence for %s', (source) => {
  expect(sentence(life(source), source === 'unknown' ? null : 600_000, null)).toMatch(/^[A-Z0-9].*\.$/);
});
