import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numbersOf,
  numbersText,
  recordOf,
  repeatedNames,
  scalarOf,
  scalarText,
} from '../../../renderer/kind-editor/typed-values.ts';

describe('values as they are typed', () => {
  it('reads a value back as what it was, whatever it is', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.constantFrom('true', '"quoted"', '12', '1e3', ''),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    );
    fc.assert(
      fc.property(scalar, (value) => {
        expect(scalarOf(scalarText(value))).toBe(value);
      }),
    );
  });

  it('takes numbers and truth values for what they are, and text in quotes for text', () => {
    expect(scalarOf('true')).toBe(true);
    expect(scalarOf('401')).toBe(401);
    expect(scalarOf('"401"')).toBe('401');
    expect(scalarOf('OTP_REQUIRED')).toBe('OTP_REQUIRED');
  });

  it('reads statuses however they are parted, and lets none pass that is none', () => {
    expect(numbersOf(' 401,403; 404 ')).toEqual([401, 403, 404]);
    expect(numbersOf(numbersText([401, 403]))).toEqual([401, 403]);
    expect(numbersOf('401, often')).toEqual([401, Number.NaN]);
  });

  it('knows which names stand twice, and leaves out rows without anything', () => {
    const pairs = [
      { name: 'a', value: '1' },
      { name: '', value: '' },
      { name: 'a', value: '2' },
      { name: '__proto__', value: '3' },
    ];
    expect(repeatedNames(pairs)).toEqual(['a']);
    expect(Object.entries(recordOf(pairs))).toEqual([
      ['a', '2'],
      ['__proto__', '3'],
    ]);
  });
});
