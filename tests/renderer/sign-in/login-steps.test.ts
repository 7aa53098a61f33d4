import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../../electron/contract/session.ts';
import { loginSteps } from '../../../renderer/sign-in/login-steps.ts';

const startedAt = 1_000_000;

function session(profileId: string, receivedAt: number): SessionView {
  return {
    profileId,
    serverId: 'core',
    name: profileId,
    state: 'fresh',
    access: { expiresAt: null, receivedAt, source: 'unknown', guessed: false },
    refreshToken: null,
    nextActionAt: null,
    keptBy: 'nothing',
    identity: null,
    problem: null,
    sinceAt: null,
    loginId: 'password',
    remembered: false,
    unsaved: false,
    revision: 1,
  };
}

function states(sessions: readonly SessionView[], profileId?: string) {
  return loginSteps({
    attempt: { id: 'a', startedAt, profilesBefore: new Set(['old']) },
    serverId: 'core',
    profileId,
    sessions,
    sending: 'Signing in',
    hasVault: true,
    elapsed: '2 s',
  }).map(({ step, detail }) => (detail ? `${step} ${detail}` : step));
}

describe('loginSteps', () => {
  it('waits at the server while no snapshot shows a token', () => {
    expect(states([session('old', startedAt + 5)])).toEqual(['now 2 s', 'todo', 'todo']);
  });

  it('goes on once a new profile of this server appears', () => {
    expect(states([session('old', 0), session('new', startedAt + 5)])).toEqual(['done', 'done', 'now 2 s']);
  });

  it('takes a new profile of another server for none of its own', () => {
    expect(states([{ ...session('new', startedAt + 5), serverId: 'other' }])).toEqual([
      'now 2 s',
      'todo',
      'todo',
    ]);
  });

  it('knows a new token of the same profile by when it was received', () => {
    expect(states([session('old', startedAt - 1)], 'old')).toEqual(['now 2 s', 'todo', 'todo']);
    expect(states([session('old', startedAt + 1)], 'old')).toEqual(['done', 'done', 'now 2 s']);
  });
});
