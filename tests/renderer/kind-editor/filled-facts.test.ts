import { describe, expect, it } from 'vitest';
import type { Filled } from '../../../electron/contract/try-out.ts';
import { filledFacts } from '../../../renderer/kind-editor/filled-facts.ts';

const now = new Date(2026, 0, 1, 12).getTime();
const grant: Extract<Filled, { readonly what: 'grant' }> = {
  what: 'grant',
  accessToken: { masked: 'eyJh...UWw', format: 'jwt' },
  refreshToken: null,
  isNewRefreshToken: false,
  access: { expiresAt: now + 900_000, receivedAt: now, source: 'expires_at', guessed: false },
  refreshLife: null,
  tokenType: 'Bearer',
  scope: null,
};
const factOf = (filled: Filled, label: string) =>
  filledFacts(filled, now).find((fact) => fact.label === label);

describe('filledFacts', () => {
  it('says when a token ends and how that is known', () => {
    expect(factOf(grant, 'Ends')).toEqual({
      label: 'Ends',
      value: '12:15:00',
      note: '15\u00a0min, from the end that the reply names.',
    });
  });

  it('says so where nothing tells how long a token lives', () => {
    const access = { ...grant.access, expiresAt: null, source: 'unknown' } as const;
    expect(factOf({ ...grant, access }, 'Ends')?.value).toBe('Not known');
  });

  it('tells a new refresh token from the one before', () => {
    const refreshToken = { masked: 'Zp8f...x0Qd', format: 'opaque' } as const;
    expect(factOf(grant, 'Refresh token')?.value).toBe('None');
    expect(factOf({ ...grant, refreshToken }, 'Refresh token')?.note).toBe('The same as before');
    expect(factOf({ ...grant, refreshToken, isNewRefreshToken: true }, 'Refresh token')?.note).toBe(
      'A new one',
    );
  });

  it('does not take an answer that names nobody for a user', () => {
    const identity = { who: '', askedAt: now, current: true, details: [] };
    expect(factOf({ what: 'identity', identity }, 'Who')?.value).toMatch(/nothing names the user/);
  });

  it('says whether a sign-out was proved', () => {
    const proofs = [true, false, null].map(
      (proved) => factOf({ what: 'end', ended: 'logged-out', proved }, 'Proof')?.value,
    );
    expect(new Set(proofs).size).toBe(3);
  });
});
