import { describe, expect, it } from 'vitest';
import { valueAt, valuesAt } from '../../../electron/servers/json-path.ts';

describe('a path into JSON', () => {
  it('collects the entries of a list', () => {
    expect(valuesAt({ a: [{ n: 1 }, { n: 2 }, 3, null] }, 'a.*.n')).toEqual([1, 2]);
  });

  it('sees own members alone', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({}, '__proto__')).toBeUndefined();
    expect(valueAt([], 'length.x')).toBeUndefined();
    expect(valueAt(JSON.parse('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
  });
});
