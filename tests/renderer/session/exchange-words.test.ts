import { expect, test } from 'vitest';
import type { Exchange } from '../../../electron/contract/session.ts';
import { exchangeState, exchangeWords } from '../../../renderer/session/exchange-words.ts';

const exchange = (purpose: Exchange['purpose'], outcome: Exchange['outcome']): Exchange => ({
  at: 0,
  purpose,
  outcome,
  method: 'GET',
  path: '/',
  status: 200,
  elapsedMs: 1,
  problem: null,
});

test('a proof that is refused is the good end of a sign-out', () => {
  expect(exchangeWords(exchange('proof', 'refused'))).toBe('Proved');
  expect(exchangeState(exchange('proof', 'refused'))).toBe('fresh');
  expect(exchangeWords(exchange('proof', 'ok'))).toBe('Still valid');
  expect(exchangeState(exchange('proof', 'ok'))).not.toBe('fresh');
});

test('any other call that is refused is a trouble', () => {
  expect(exchangeWords(exchange('refresh', 'refused'))).toBe('Refused');
  expect(exchangeState(exchange('refresh', 'refused'))).toBe('needs-sign-in');
});

test('a call to be repeated later signs nobody out', () => {
  expect(exchangeState(exchange('refresh', 'later'))).toBe('retrying');
});
