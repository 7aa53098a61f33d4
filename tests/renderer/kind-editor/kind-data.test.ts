import { describe, expect, it } from 'vitest';
import { kinds } from '../../../electron/servers/kinds.ts';
import { dataText, readData } from '../../../renderer/kind-editor/kind-data.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';

describe('a description as text', () => {
  it.each([madeUpKind, ...kinds].map((kind) => [kind.label, kind] as const))(
    'reads back what it wrote: %s',
    (_label, kind) => {
      const before: unknown = JSON.parse(JSON.stringify({ ...kind, id: '', group: 'own' }));
      expect(readData(dataText(kind)).kind).toStrictEqual(before);
    },
  );

  it('finds nothing wrong with one that is right', () => {
    expect(readData(dataText(madeUpKind)).faults).toEqual([]);
  });

  it('says at which line it is wrong, in their order', () => {
    const text = dataText(madeUpKind)
      .replace('"method": "PUT"', '"method": "FETCH"')
      .replace('"canRepeat": true', '"canRepeat": "yes"');
    const { kind, faults } = readData(text);
    expect(kind).toBeNull();
    expect(faults.map(({ path }) => path)).toEqual(['logins.0.canRepeat', 'refresh.request.method']);
    const lines = text.split('\n');
    expect(faults.map(({ line }) => lines[line - 1]?.trim())).toEqual([
      '"canRepeat": "yes",',
      '"method": "FETCH",',
    ]);
  });

  it('shows in the form what only breaks a rule of descriptions from outside', () => {
    const { kind, faults } = readData(dataText({ ...madeUpKind, label: '' }));
    expect(kind?.label).toBe('');
    expect(faults).toEqual([{ line: 2, path: 'label', message: 'Needed.' }]);
  });

  it.each(['', '[', '{"label": "A",}', 'null', '[]', '3'])('survives %j', (text) => {
    expect(readData(text).kind).toBeNull();
    expect(readData(text).faults.length).toBeGreaterThan(0);
  });
});
