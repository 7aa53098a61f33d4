import { expect, test } from 'vitest';
import { isNoAddress } from '../../../renderer/add-server/is-no-address.ts';

test.each(['foo bar', 'ftp://x', 'htp://api.example.com', 'https://a b'])('%s can be no address', (typed) => {
  expect(isNoAddress(typed)).toBe(true);
});

test.each(['', ' foo ', 'ftp', 'http:/', 'HTTPS://x', 'core:8080'])('“%s” may become one', (typed) => {
  expect(isNoAddress(typed)).toBe(false);
});
