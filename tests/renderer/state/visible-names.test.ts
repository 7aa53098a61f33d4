import { expect, test } from 'vitest';
import { visibleName, withVisibleNames } from '../../../renderer/state/visible-names.ts';
import { pictureFixture } from '../../support/window-fixture.ts';

test('what would turn the text around a name over is shown as a mark', () => {
  expect(visibleName('\u202egnp.exe')).toBe('\ufffdgnp.exe');
  expect(visibleName('\u2066a\u2069\u2069b')).toBe('\ufffda\ufffd\ufffdb');
  expect(visibleName('two\nlines\u0007')).toBe('two\ufffdlines\ufffd');
});

test('names of every script stay as they are', () => {
  for (const name of ['مدير النظام', 'מנהל\u200f!', 'Zoë', 'e\u0301', '👩‍💻 ops', 'a-b_c.d'])
    expect(visibleName(name)).toBe(name);
});

test('names that servers and users gave are shown so wherever the snapshot has them', () => {
  const { snapshot } = pictureFixture(1_800_000_000_000);
  const [server, ...servers] = snapshot.servers;
  const [session, ...sessions] = snapshot.sessions;
  if (!server || !session?.identity || !snapshot.clipboard) throw new Error('The fixture lacks something.');
  const turning = '\u202eturning';
  const shown = withVisibleNames({
    ...snapshot,
    servers: [{ ...server, name: turning }, ...servers],
    sessions: [{ ...session, name: turning, identity: { ...session.identity, who: turning } }, ...sessions],
    clipboard: { ...snapshot.clipboard, profileName: turning, serverName: turning },
  });
  expect(JSON.stringify(shown)).not.toContain('\u202e');
  expect(JSON.stringify(shown).match(/\ufffdturning/g)).toHaveLength(5);
});
