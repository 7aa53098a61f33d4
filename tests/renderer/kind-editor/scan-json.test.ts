import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, scanJson } from '../../../renderer/kind-editor/scan-json.ts';

describe('scanJson', () => {
  it('agrees with JSON.parse about what is JSON', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]",:0129.eE+-\\untrfalse \n') }),
      fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 1 })).map(([json, at, other]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + other + json.slice(cut + 1);
      }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(scanJson(typed).faultAt === null).toBe(isJson(typed));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every part at its line', () => {
    const text = JSON.stringify({ label: 'A', logins: [{ id: 'one' }, { id: 'two' }], 'a.b': {} }, null, 2);
    const scan = scanJson(text);
    const line = (path: string) => text.split('\n')[lineOf(scan, path) - 1]?.trim();
    expect(line('label')).toBe('"label": "A",');
    expect(line('logins.1.id')).toBe('"id": "two"');
    expect(line('a.b')).toBe('"a.b": {}');
  });

  it('points to the nearest part around one that is missing', () => {
    const scan = scanJson('{\n  "grant": {\n    "scope": "s"\n  }\n}');
    expect(lineOf(scan, 'grant.accessToken')).toBe(2);
    expect(lineOf(scan, 'logins')).toBe(1);
  });

  it('names the line at which a text stops being JSON', () => {
    expect(scanJson('{\n  "a": 1,\n  "b": }').faultAt).toBe(3);
    expect(scanJson('{\n  "a": 1\n}\nx').faultAt).toBe(4);
    expect(scanJson('').faultAt).toBe(1);
  });

  it('gives up on what is nested beyond any description', () => {
    expect(scanJson('['.repeat(100_000)).faultAt).toBe(1);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
