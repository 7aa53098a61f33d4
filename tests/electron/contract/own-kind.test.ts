import { describe, expect, it } from 'vitest';
import { blankKind, kindFaults } from '../../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { kinds } from '../../../electron/servers/kinds.ts';

const named: ServerKind = { ...blankKind, label: 'Mine' };

describe('a description of a kind', () => {
  it.each(kinds.map((kind) => [kind.label, kind] as const))(
    'takes %s as an example to start from',
    (_, kind) => {
      expect(kindFaults(kind)).toEqual({});
    },
  );

  it('lacks nothing but a name at the start', () => {
    expect(kindFaults(blankKind)).toEqual({ label: 'Needed' });
    expect(kindFaults(named)).toEqual({});
  });
});
