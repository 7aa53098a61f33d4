import { expect, it } from 'vitest';
import { httpFile } from '../../../electron/copy/http-file.ts';

function written(body: string): string {
  const request = { method: 'POST', url: 'https://api.example.com/things', body };
  return httpFile({ request, token: 'abc', scheme: 'Bearer' });
}

it.each(['> ./script.js', '>> out.json', '>>! out.json', '< ./in.json', '### next', '{{name}}'])(
  'is not written where a line of the body means something else there: %s',
  (line) => {
    expect(() => written(`a\n${line}`)).toThrow(expect.objectContaining({ code: 'not-writable' }));
  },
);

it('takes a body that means itself', () => {
  expect(written('a > b\n>c')).toContain('\n\na > b\n>c\n');
});
