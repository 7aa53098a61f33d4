import { describe, expect, it } from 'vitest';
import { blankKind } from '../../../electron/contract/own-kind.ts';
import { zebbra } from '../../../electron/servers/kinds/zebbra.ts';
import { keptParts } from '../../../renderer/kind-editor/kept-parts.ts';
import { formOf } from '../../../renderer/kind-editor/kind-form.ts';

describe('keptParts', () => {
  it('names nothing where the form shows everything', () => {
    expect(keptParts(formOf(blankKind))).toEqual([]);
  });

  it('names what the form has no place for', () => {
    expect(keptParts(formOf(zebbra))).toEqual([
      'how a server of this kind is recognised by its address',
      'values that follow from a setting',
      'what is done where a login gives a dead token',
      'how the server lists what it refuses',
      'how the server says that it never issued a token',
      'when a field is asked for',
    ]);
  });
});
