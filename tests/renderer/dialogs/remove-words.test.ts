import { describe, expect, it } from 'vitest';
import type { Life, SessionView } from '../../../electron/contract/session.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import {
  allTokensLeft,
  profilesLost,
  tokensLeft,
  unendedWords,
} from '../../../renderer/dialogs/remove-words.ts';

const now = new Date(2026, 0, 2, 14, 0, 0).getTime();
const minute = 60_000;

function life(expiresAt: number | null): Life {
  return { expiresAt, receivedAt: now - minute, source: 'exi', guessed: false };
}

function session(access: Life | null, refreshToken: Life | null): SessionView {
  return {
    profileId: 'p',
    serverId: 's',
    name: 'admin',
    state: 'fresh',
    access,
    refreshToken,
    nextActionAt: null,
    keptBy: 'nothing',
    identity: null,
    problem: null,
    sinceAt: null,
    tags: [],
    favourite: false,
    loginId: 'password',
    remembered: false,
    unsaved: false,
    revision: 1,
  };
}

const kind = (kindId: string) => kinds.map(kindView).find(({ id }) => id === kindId);

describe('tokensLeft', () => {
  it('says until when each token lives on at the server, and what would end it', () => {
    const both = session(life(now + 10 * minute), life(now + 24 * 60 * minute));
    expect(tokensLeft(both, kind('django-oauth-toolkit'), now)).toBe(
      'Deleting does not end tokens at the server: the access token lives on until 14:10, the refresh token lives on until tomorrow, 14:00. Sign out at the server too, and they end now.',
    );
  });

  it('admits where a server cannot end them', () => {
    expect(tokensLeft(session(life(now + minute), null), kind('datarhei-core'), now)).toContain(
      'no way to end them early',
    );
  });

  it('takes an unknown end for alive', () => {
    expect(tokensLeft(session(life(null), null), undefined, now)).toContain('nobody knows for how long');
  });

  it('says nothing where nothing lives', () => {
    expect(tokensLeft(session(null, null), undefined, now)).toBeNull();
    expect(tokensLeft(session(life(now - 1), null), undefined, now)).toBeNull();
  });
});

describe('allTokensLeft', () => {
  it('says that the tokens of a deleted server live on, and what would end them', () => {
    const sessions = [session(null, null), session(life(now + minute), null)];
    expect(allTokensLeft(sessions, kind('django-oauth-toolkit'))).toBe(
      'Deleting does not end tokens at the server: they live on until their end. Sign out at the server too, and they end now.',
    );
    expect(allTokensLeft(sessions, kind('datarhei-core'))).toContain('no way to end them early');
    expect(allTokensLeft([session(null, null)], kind('django-oauth-toolkit'))).toBeNull();
  });
});

describe('unendedWords', () => {
  it.each([
    [['bob'], 'Live is deleted, but bob was not signed out at the server.'],
    [['alice', 'bob'], 'Live is deleted, but alice and bob were not signed out at the server.'],
    [['a', 'b', 'c', 'd'], 'Live is deleted, but a, b, c and d were not signed out at the server.'],
    [['a', 'b', 'c', 'd', 'e'], 'Live is deleted, but a, b, c and 2 more were not signed out at the server.'],
  ])('names %j', (names, words) => {
    expect(
      unendedWords(
        'Live',
        names.map((name) => ({ name })),
      ),
    ).toBe(words);
  });
});

describe('profilesLost', () => {
  it('counts what goes with a server', () => {
    expect(profilesLost([])).toBe('It has no profiles.');
    expect(profilesLost([session(null, null)])).toBe('Its one profile goes with it.');
    expect(profilesLost([session(life(null), null)])).toBe(
      'Its one profile goes with it, signed in as it is.',
    );
    expect(profilesLost([session(life(null), null), session(null, null)])).toBe(
      'Its 2 profiles go with it, 1 of them signed in.',
    );
  });
});
