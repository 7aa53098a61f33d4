import { describe, expect, it } from 'vitest';
import { requests } from '../../../electron/contract/ipc.ts';
import { readMinutes } from '../../../renderer/dialogs/minutes.ts';

describe('readMinutes', () => {
  it('takes whole minutes, and an empty field for none', () => {
    expect(readMinutes(' 30 ')).toEqual({ ok: true, minutes: 30 });
    expect(readMinutes('')).toEqual({ ok: true, minutes: null });
  });

  it.each(['0', '-5', '1.5', '1e3', '0x10', 'ten', '5256001'])('refuses %s', (text) => {
    expect(readMinutes(text).ok).toBe(false);
  });

  it('lets nothing through that main would refuse', () => {
    for (const text of ['1', '5256000', '']) {
      const read = readMinutes(text);
      const input = { profileId: 'p', lifetimeMinutes: read.ok ? read.minutes : -1 };
      expect(requests['profile.update'].input.safeParse(input).success).toBe(true);
    }
  });
});
