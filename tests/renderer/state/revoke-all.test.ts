import { describe, expect, it } from 'vitest';
import type { LogoutOutcome } from '../../../electron/contract/logout-result.ts';
import { isRevocable, outcomeWords, summaryWords } from '../../../renderer/state/revoke-all.ts';
import { sessionView } from '../../support/window-fixture.ts';

function outcome(part: Partial<LogoutOutcome> = {}): LogoutOutcome {
  return { profileId: 'a', forgotten: true, ended: 'revoked', proved: true, problem: null, ...part };
}

const left = outcome({
  forgotten: false,
  ended: 'unsupported',
  proved: null,
  problem: { code: 'unreachable' },
});
const context = { server: 'Core', note: undefined, wasMoved: false };

describe('isRevocable', () => {
  it('is what holds tokens, also such as a changed server hides', () => {
    expect(isRevocable(sessionView('a', 's', { state: 'fresh' }))).toBe(true);
    expect(isRevocable(sessionView('a', 's', { state: 'needs-sign-in' }))).toBe(true);
    expect(isRevocable(sessionView('a', 's', { problem: { code: 'server-changed' } }))).toBe(true);
    expect(isRevocable(sessionView('a', 's', { state: 'signed-out' }))).toBe(false);
    expect(isRevocable(sessionView('a', 's', { state: 'signing-in' }))).toBe(false);
  });
});

describe('outcomeWords', () => {
  it('says who could not be told and that the tokens are still here', () => {
    expect(outcomeWords({ ...left, problem: { code: 'server-busy', status: 503 } }, context)).toMatchObject({
      state: 'needs-sign-in',
      title: 'Not revoked.',
      advice: 'Core is busy. The tokens are still here.',
      status: 503,
    });
  });

  it('calls only that good which ended at the server and was not found alive', () => {
    expect(outcomeWords(outcome(), context).state).toBe('fresh');
    expect(outcomeWords(outcome({ proved: null }), context).state).toBe('fresh');
    expect(outcomeWords(outcome({ proved: false }), context).state).toBe('cannot-refresh');
    expect(outcomeWords(outcome({ ended: 'unsupported', proved: null }), context).state).toBe(
      'cannot-refresh',
    );
    expect(outcomeWords({ ...left, forgotten: true }, context).state).toBe('cannot-refresh');
  });

  it('says of a moved server that the tokens live on at the former address', () => {
    const here = outcome({ ended: 'unsupported', proved: null });
    expect(outcomeWords(here, { ...context, wasMoved: true }).advice).toContain('another address');
  });
});

describe('summaryWords', () => {
  it('counts what ended, what was only forgotten, and what is left', () => {
    const here = outcome({ ended: 'unsupported', proved: null });
    expect(summaryWords([outcome(), outcome(), here, left])).toBe(
      '2 ended at their servers, 1 forgotten here only, 1 could not be ended.',
    );
    expect(summaryWords([outcome()])).toBe('1 ended at its server.');
    expect(summaryWords([outcome(), outcome({ proved: false })])).toBe(
      '1 ended at its server, 1 still accepted by its server.',
    );
    expect(summaryWords([left])).toBe('1 could not be ended.');
  });
});
