import { expect, test } from 'vitest';
import { isProse } from '../../../renderer/inspector/is-prose.ts';

test.each([
  ['not a token', true],
  ['two\twords', true],
  ['opaque-123', false],
  [' opaque-123 \n', false],
  ['first-half\n  second-half', false],
  ['first-half \r\nsecond-half', false],
])('%j is prose: %j', (text, expected) => {
  expect(isProse(text)).toBe(expected);
});
