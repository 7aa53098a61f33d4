import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemCodes } from '../../../electron/contract/problem.ts';
import { Failure } from '../../../electron/failure.ts';
import { replyClass } from '../../../electron/servers/reply-class.ts';
import { HOUR, MINUTE, newGrant, signIn, startKit } from './keeper-kit.ts';

/** The server itself, or the lack of anything to send, says that the same call can never succeed. */
const definite: readonly ProblemCode[] = [
  'bad-input',
  'credentials-refused',
  'client-refused',
  'one-time-password-needed',
  'denied',
  'grant-refused',
  'refresh-lost',
  'token-refused',
  'nothing-to-refresh-with',
  'no-token',
];

/** What comes of a network or an answer that says nothing of the token. */
const passing: readonly ProblemCode[] = [
  'unreachable',
  'tls-refused',
  'timed-out',
  'reply-too-large',
  'reply-not-json',
  'reply-without-token',
  'reply-malformed',
  'redirected',
  'not-found',
  'scope-refused',
  'server-refused',
  'server-busy',
  'server-failed',
];

it('of all problems the definite refusals alone are taken for refusals', () => {
  expect(problemCodes.filter((code) => replyClass({ code }) === 'refused')).toEqual(definite);
});

it.each([401, 403])('a bare %i, which anything on the way may send, is none', (status) => {
  expect(replyClass({ code: 'server-refused', status })).toBe('later');
});

describe('a refresh that fails', () => {
  it.each(passing)('with %s is tried again, and the session lives on', async (code) => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const token = kit.keeper.token(profileId, 'refresh');
    kit.script.refresh = async () => Promise.reject(new Failure(code));
    await kit.clock.advance(48 * MINUTE + HOUR);
    expect(kit.count('refresh')).toBeGreaterThan(5);
    expect(kit.keeper.token(profileId, 'refresh')).toBe(token);
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(5 * MINUTE);
    expect(kit.session()).toMatchObject({ state: 'fresh', problem: null });
  });

  it.each(['client-refused', 'grant-refused', 'token-refused'] as const)(
    'with %s is not tried again, and the token stays',
    async (code) => {
      const kit = await startKit();
      const profileId = await signIn(kit);
      const token = kit.keeper.token(profileId, 'refresh');
      kit.script.refresh = async () => Promise.reject(new Failure(code));
      await kit.clock.advance(48 * MINUTE + 2 * HOUR);
      expect(kit.count('refresh')).toBe(1);
      expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code } });
      expect(kit.keeper.token(profileId, 'refresh')).toBe(token);
    },
  );
});
