import { expect, test } from 'vitest';
import type { Exchange } from '../../../electron/contract/session.ts';
import { exchangeState, exchangeTone, exchangeWords } from '../../../renderer/session/exchange-words.ts';

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

test('what the user sends is sent, and its status alone says how it went', () => {
  const own = { ...exchange('request', 'unexpected'), status: 404 };
  expect(exchangeWords(own)).toBe('Sent');
  expect(exchangeTone(own)).toBe('danger');
  expect(exchangeTone({ ...own, status: 302 })).toBe('caution');
  expect(exchangeTone({ ...own, status: 204 })).toBe('ok');
  expect(exchangeWords({ ...own, status: null, outcome: 'later' })).toBe('Try later');
});

test('the status has the colour of the mark before it', () => {
  expect(exchangeTone(exchange('proof', 'refused'))).toBe('ok');
  expect(exchangeTone(exchange('refresh', 'refused'))).toBe('danger');
  expect(exchangeTone(exchange('refresh', 'later'))).toBe('caution');
});

test('a call to be repeated later signs nobody out', () => {
  expect(exchangeState(exchange('refresh', 'later'))).toBe('retrying');
});
