import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../../electron/contract/session.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { nextMinuteAt, trayView } from '../../../electron/tray/tray-view.ts';
import { life, pictureFixture, sessionView } from '../../support/window-fixture.ts';

const now = new Date('2026-03-04T10:00:00').getTime();
const minute = 60_000;

function snapshotOf(sessions: readonly SessionView[], part: Partial<Snapshot> = {}): Snapshot {
  return { ...pictureFixture(now).snapshot, sessions: [...sessions], ...part };
}

const kept = sessionView('kept', 'core', {
  state: 'fresh',
  keptBy: 'refresh-token',
  access: life(now, 9 * minute + 1, 10 * minute),
});
const ending = sessionView('ending', 'core', {
  state: 'cannot-refresh',
  access: life(now, 3 * minute, 30 * minute),
});
const dead = sessionView('dead', 'core', { state: 'needs-sign-in' });
const out = sessionView('out', 'core');

const labels = (snapshot: Snapshot): readonly string[] =>
  trayView(snapshot, now).items.flatMap((item) => (item.kind === 'line' ? [] : [item.label]));
const menuOf = (snapshot: Snapshot, index = 0) => {
  const menu = trayView(snapshot, now).items[index];
  return menu?.kind === 'menu'
    ? menu.items.map((item) => (item.kind === 'item' ? [item.label, item.isEnabled] : []))
    : null;
};

describe('what the tray shows', () => {
  it('counts what lives and what needs the user, and names the end of what nothing keeps', () => {
    const { face, tooltip } = trayView(snapshotOf([kept, ending, dead, out]), now);
    expect(tooltip).toBe('Lanyard: 2 live, 2 need you, next ends in 3\u00a0min');
    expect(face).toBe('needs-you');
  });

  it('is well where everything is kept alive, and where nobody is signed in', () => {
    expect(trayView(snapshotOf([kept]), now)).toMatchObject({ face: 'well', tooltip: 'Lanyard: 1 live' });
    expect(trayView(snapshotOf([out]), now).tooltip).toBe('Lanyard: nobody is signed in');
  });

  it.each([
    [{ status: 'none' }, 'well', 'no vault yet'],
    [{ status: 'starting' }, 'well', 'starting'],
    [{ status: 'unreadable' }, 'needs-you', 'the vault cannot be read'],
  ] as const)('says of a vault that is %j', (vault, face, said) => {
    const snapshot = snapshotOf([], { vault: vault as Snapshot['vault'] });
    expect(trayView(snapshot, now)).toMatchObject({ face, tooltip: `Lanyard: ${said}` });
  });

  it('needs the user where the vault cannot save', () => {
    const view = trayView(snapshotOf([kept], { problem: { code: 'vault-cannot-save' } }), now);
    expect(view).toMatchObject({ face: 'needs-you', tooltip: 'Lanyard: the vault cannot save, 1 live' });
  });

  it('has what needs the user first, then what lives by its end, then the rest', () => {
    const shown = labels(snapshotOf([out, kept, dead, ending]));
    expect(shown.slice(0, 4)).toEqual([
      'ending at datarhei Core, 3\u00a0min, cannot refresh',
      'dead at datarhei Core, needs sign-in',
      'kept at datarhei Core, 9\u00a0min',
      'out at datarhei Core, signed out',
    ]);
    expect(shown.slice(4)).toEqual([
      'Refresh all',
      'Lock',
      'Do not disturb',
      'Settings',
      'Open Lanyard',
      'Quit',
    ]);
  });

  it('offers for each session what can be done with it now', () => {
    expect(menuOf(snapshotOf([kept]))).toEqual([
      ['Copy header', true],
      ['Copy in the last format', true],
      ['Refresh', true],
      ['Open', true],
    ]);
    expect(menuOf(snapshotOf([dead]))?.slice(0, 3)).toEqual([
      ['Copy header', false],
      ['Copy in the last format', false],
      ['Sign in…', true],
    ]);
  });

  it('shows twelve sessions at most, and how many more there are', () => {
    const many = Array.from({ length: 15 }, (_, index) => ({
      ...kept,
      profileId: `p${index}`,
      name: `p${index}`,
    }));
    expect(labels(snapshotOf(many)).slice(11, 14)).toEqual([
      expect.stringMatching(/^p\d+ at /),
      'and 3 more…',
      'Refresh all',
    ]);
  });

  it('names nobody behind a lock, but those that the snapshot lets through', () => {
    const locked = { status: 'locked', slots: ['passphrase'] } as const;
    const bare = snapshotOf([], { servers: [], vault: { ...locked, slots: [...locked.slots] } });
    expect(trayView(bare, now)).toMatchObject({ face: 'locked', tooltip: 'Lanyard: locked' });
    expect(labels(bare)).toEqual(['Unlock…', 'Do not disturb', 'Open Lanyard', 'Quit']);
    const countdowns = [
      { profileId: 'kept', name: 'kept', serverName: 'Core', expiresAt: now + 9 * minute + 1 },
    ];
    const shown: Snapshot = { ...bare, vault: { ...locked, slots: [...locked.slots], countdowns } };
    expect(labels(shown)[0]).toBe('kept at Core, 9\u00a0min');
  });

  it('says until when nobody is to be disturbed, and that it can be ended', () => {
    const { settings } = snapshotOf([]);
    const quiet = snapshotOf([], { settings: { ...settings, quietUntil: now + 30 * minute } });
    const index = trayView(quiet, now).items.findIndex((item) => item.kind === 'menu');
    expect(labels(quiet)).toContain('Do not disturb, until 10:30');
    expect(menuOf(quiet, index)?.at(-1)).toEqual(['Off', true]);
  });
});

describe('when the tray says something else by itself', () => {
  it('is right after the next whole minute of what ends first', () => {
    expect(nextMinuteAt(snapshotOf([kept, ending]), now)).toBe(now + 1);
    expect(nextMinuteAt(snapshotOf([kept]), now)).toBe(now + 2);
  });

  it('is never where nothing counts down', () => {
    expect(nextMinuteAt(snapshotOf([out, dead]), now)).toBeNull();
  });
});
