import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyLines } from '../../../renderer/session/try-it/body-lines.ts';
import { prettyJson } from '../../../renderer/session/try-it/pretty-json.ts';

describe('laying JSON out', () => {
  it('gives any JSON the lines that JSON.stringify gives it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });

  it('keeps what reading would lose: digits, names that are there twice, and how a text was escaped', () => {
    expect(prettyJson('{"a":12345678901234567890,"a":1.0,"b":"\\u0041\\""}')).toBe(
      '{\n  "a": 12345678901234567890,\n  "a": 1.0,\n  "b": "\\u0041\\""\n}',
    );
  });

  it('takes a megabyte of brackets and one of a single text', () => {
    expect(prettyJson('['.repeat(100_000) + ']'.repeat(100_000)).length).toBeLessThan(20_000_000);
    expect(prettyJson(`{"a":"${'x'.repeat(1_000_000)}"}`).length).toBe(1_000_013);
  });
});

describe('the lines of a body', () => {
  it('are all of it, none too long to be drawn, and no character is parted', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '😀', '\n'), maxLength: 4000 }), (text) => {
        const lines = bodyLines(text);
        expect(lines.join('')).toBe(text.replaceAll('\n', ''));
        expect(lines.every((line) => line.length <= 1_001 && !/^[\udc00-\udfff]/.test(line))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
