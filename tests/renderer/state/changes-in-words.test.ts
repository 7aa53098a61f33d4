import { expect, test } from 'vitest';
import type { SessionView } from '../../../electron/contract/session.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { changesInWords, nextAnnouncement } from '../../../renderer/state/changes-in-words.ts';
import { pictureFixture } from '../../support/window-fixture.ts';

const now = 1_800_000_000_000;
const { snapshot } = pictureFixture(now);

function withState(profileId: string, state: SessionView['state']): Snapshot {
  return {
    ...snapshot,
    sessions: snapshot.sessions.map((each) => (each.profileId === profileId ? { ...each, state } : each)),
  };
}

test('says that a session needs its user', () => {
  expect(changesInWords(snapshot, withState('admin', 'needs-sign-in'))).toEqual([
    'admin at datarhei Core needs you to sign in.',
  ]);
});

test('says nothing of a refresh that went well', () => {
  const during = withState('admin', 'refreshing');
  expect(changesInWords(snapshot, during)).toEqual([]);
  expect(changesInWords(during, snapshot)).toEqual([]);
});

test('says that a session is back after it was in trouble', () => {
  expect(changesInWords(withState('admin', 'needs-sign-in'), snapshot)).toEqual([
    'admin at datarhei Core is signed in.',
  ]);
});

test('says nothing of what was there from the start', () => {
  expect(changesInWords({ ...snapshot, sessions: [] }, snapshot)).toEqual([]);
});

test('says whose secret is on the clipboard, for how long, and when it is gone', () => {
  const clear = { ...snapshot, clipboard: null };
  expect(changesInWords(clear, snapshot)).toEqual([
    'Authorization header of admin at datarhei Core copied. The clipboard is cleared in 45 seconds.',
  ]);
  expect(changesInWords(snapshot, clear)).toEqual(['Clipboard cleared.']);
  expect(changesInWords(snapshot, structuredClone(snapshot))).toEqual([]);
});

test('says of what was copied no more than it knows', () => {
  const { clipboard } = snapshot;
  const nameless = {
    ...snapshot,
    clipboard: clipboard && { ...clipboard, profileName: null, serverName: null },
  };
  expect(changesInWords({ ...snapshot, clipboard: null }, nameless)).toEqual([
    'Authorization header copied. The clipboard is cleared in 45 seconds.',
  ]);
});

test('says nothing of any session while locked, also of what was said before', () => {
  const locked: Snapshot = { ...snapshot, vault: { status: 'locked', slots: ['passphrase'] } };
  const words = 'admin at datarhei Core is signed in.';
  expect(nextAnnouncement(words, snapshot, locked)).toBe('');
  expect(nextAnnouncement('', locked, { ...withState('admin', 'needs-sign-in'), vault: locked.vault })).toBe(
    '',
  );
  expect(nextAnnouncement(words, snapshot, { ...locked, clipboard: null })).toBe('Clipboard cleared.');
});

test('lets what was said stand until there is something new', () => {
  expect(nextAnnouncement('Clipboard cleared.', snapshot, snapshot)).toBe('Clipboard cleared.');
  expect(nextAnnouncement('', snapshot, withState('admin', 'needs-sign-in'))).toBe(
    'admin at datarhei Core needs you to sign in.',
  );
});
