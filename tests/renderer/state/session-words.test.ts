import { describe, expect, test } from 'vitest';
import {
  isAlive,
  isDying,
  isWaiting,
  secondLine,
  shareLeft,
  shownState,
  stateWords,
} from '../../../renderer/state/session-words.ts';
import { sessionView } from '../../support/window-fixture.ts';

const now = new Date(2026, 2, 10, 14, 22, 45).getTime();
const minute = 60_000;
const lifeOf = (leftMs: number, lifeMs = 10 * minute) =>
  ({
    expiresAt: now + leftMs,
    receivedAt: now + leftMs - lifeMs,
    source: 'exp-iat',
    guessed: false,
  }) as const;
const endless = { expiresAt: null, receivedAt: now, source: 'unknown', guessed: false } as const;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const line = (...args: Parameters<typeof secondLine>): string => {
  const { text, value } = secondLine(...args);
  return plain(text + value);
};

const fresh = sessionView('admin', 'core', {
  state: 'fresh',
  access: lifeOf(391_000),
  refreshToken: lifeOf(23 * 60 * minute + 39 * minute, 24 * 60 * minute),
  nextActionAt: now + 301_000,
  keptBy: 'refresh-token',
});

describe('the state in words', () => {
  test('a refresh less than a minute away is shown as under way, with its countdown', () => {
    const soon = { ...fresh, nextActionAt: now + 42_000 };
    expect(shownState(fresh, now)).toBe('fresh');
    expect(shownState(soon, now)).toBe('refreshing');
    expect(stateWords(soon, now).long).toBe('Refreshing in 0:42');
  });

  test('a token that lives for a minute is fresh for most of it', () => {
    const brief = { ...fresh, access: lifeOf(50_000, minute), nextActionAt: now + 20_000 };
    expect(shownState(brief, now)).toBe('fresh');
    expect(shownState(brief, now + 9_000)).toBe('refreshing');
  });

  test('the name that a screen reader hears stands still while the countdown runs', () => {
    const retrying = sessionView('viewer', 'core', { state: 'retrying', nextActionAt: now + 12_000 });
    expect(stateWords(retrying, now).long).toBe('Retrying in 0:12');
    expect(stateWords(retrying, now).name).toBe(stateWords(retrying, now + 5_000).name);
  });

  test('a try that is due now has no countdown', () => {
    const due = sessionView('viewer', 'core', { state: 'retrying', nextActionAt: now });
    expect(stateWords(due, now).long).toBe('Retrying');
  });
});

describe('the second line', () => {
  test('says how long the sign-in lasts beyond this token', () => {
    expect(line(fresh, now)).toBe('Sign-in left 23 h 39 min');
  });

  test('does not take an unknown end for none', () => {
    expect(line({ ...fresh, refreshToken: endless }, now)).toBe('Sign-in left not known');
  });

  test('says what a retry waits for', () => {
    const busy = { ...fresh, state: 'retrying', problem: { code: 'server-busy', status: 503 } } as const;
    expect(line(busy, now)).toBe('503, sign-in left 23 h 39 min');
    expect(line({ ...busy, problem: { code: 'timed-out' } }, now)).toBe(
      'No answer, sign-in left 23 h 39 min',
    );
  });

  test('says when and by what a sign-in became needed', () => {
    const refused = sessionView('bob', 'dot', {
      state: 'needs-sign-in',
      sinceAt: now - 4 * minute,
      problem: { code: 'grant-refused', status: 400 },
    });
    expect(line(refused, now)).toBe('Refresh refused 14:18');
    expect(line({ ...refused, problem: { code: 'credentials-refused' } }, now)).toBe('Sign-in refused 14:18');
    expect(line({ ...refused, problem: null }, now)).toBe('Ended 14:18');
  });

  test('says since when somebody is signed out', () => {
    const out = sessionView('qa', 'zebbra', { sinceAt: now - 20 * 60 * minute });
    expect(line(out, now)).toBe('Since yesterday, 18:22');
    expect(line({ ...out, sinceAt: null }, now)).toBe('Not signed in yet');
  });

  test('never says of somebody who was signed in that it was not so', () => {
    const identity = { who: 'charlie', askedAt: now - minute, current: false, details: [] };
    const moved = sessionView('charlie', 'zebbra', { identity, problem: { code: 'server-changed' } });
    expect(line(moved, now)).toBe('Its server was changed');
    expect(line({ ...moved, problem: { code: 'record-damaged' } }, now)).toBe(
      'Its record in the vault is damaged',
    );
    expect(line({ ...moved, problem: null }, now)).toBe('Nobody knows since when');
  });

  test('calls what is only documented about so long', () => {
    const documented = { ...lifeOf(23 * 60 * minute, 24 * 60 * minute), source: 'documented' } as const;
    expect(line({ ...fresh, refreshToken: documented }, now)).toBe('Sign-in left about 23 h');
  });

  test('says before all else that a token is not saved', () => {
    expect(line({ ...fresh, unsaved: true }, now)).toBe('New token not saved yet');
  });
});

describe('life', () => {
  test('a token of unknown end counts as alive, and has no share to draw', () => {
    const unknown = { ...fresh, access: endless };
    expect(isAlive(unknown, now)).toBe(true);
    expect(shareLeft(unknown, now)).toBeNull();
  });

  test('ends with the second it dies in', () => {
    expect(isAlive(fresh, now + 390_999)).toBe(true);
    expect(isAlive(fresh, now + 391_000)).toBe(false);
    expect(shareLeft(fresh, now + 391_000)).toBeNull();
  });

  test('waits for its server whose token is over, until it has the next one or the user is needed', () => {
    const over = sessionView('viewer', 'core', { state: 'retrying', access: lifeOf(0) });
    expect(isWaiting(over, now)).toBe(true);
    expect(isWaiting(over, now - 1)).toBe(false);
    expect(isWaiting({ ...over, state: 'refreshing' }, now)).toBe(true);
    expect(isWaiting({ ...over, state: 'needs-sign-in' }, now)).toBe(false);
    expect(isWaiting({ ...over, access: endless }, now)).toBe(false);
  });

  test('only what cannot refresh is dying, from the chosen minutes on', () => {
    const lonely = { ...fresh, state: 'cannot-refresh', nextActionAt: null } as const;
    expect(isDying(lonely, now, 5)).toBe(false);
    expect(isDying(lonely, now + 91_000, 5)).toBe(true);
    expect(isDying(fresh, now + 91_000, 5)).toBe(false);
    expect(isDying({ ...lonely, access: endless }, now, 60)).toBe(false);
  });
});
