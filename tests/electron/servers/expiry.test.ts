import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeSchema } from '../../../electron/contract/session.ts';
import { type ExpiryFacts, lifetimeOf } from '../../../electron/servers/expiry.ts';

const receivedAt = Date.UTC(2026, 0, 1, 12);
const at = receivedAt / 1000;

const lifetime = (facts: Partial<ExpiryFacts>) =>
  lifetimeOf({ claims: null, receivedAt, isNew: true, ...facts });
const inSeconds = (life: number, source: string, guessed = false) => ({
  expiresAt: receivedAt + life * 1000,
  source,
  guessed,
});
const unknown = { expiresAt: null, source: 'unknown', guessed: false };

describe('lifetimeOf', () => {
  it('follows the order from a lifetime claim to the user’s setting', () => {
    const everything = {
      claims: { exi: 600, exp: at + 700, iat: at },
      lifetimeClaim: 'exi',
      expiresIn: 800,
      expiresAt: at + 950,
      serverDateMs: receivedAt,
      documentedSeconds: 1000,
      userMinutes: 20,
    };
    expect(lifetime(everything)).toEqual(inSeconds(600, 'exi'));
    expect(lifetime({ ...everything, lifetimeClaim: undefined })).toEqual(inSeconds(700, 'exp-iat'));
    const noIat = { ...everything, claims: { exp: at + 900 } };
    expect(lifetime(noIat)).toEqual(inSeconds(800, 'expires_in'));
    expect(lifetime({ ...noIat, expiresIn: undefined })).toEqual(inSeconds(900, 'exp'));
    const opaque = { ...everything, claims: null, expiresIn: null };
    expect(lifetime(opaque)).toEqual(inSeconds(950, 'expires_at'));
    expect(lifetime({ ...opaque, expiresAt: 'soon' })).toEqual(inSeconds(1000, 'documented'));
    expect(lifetime({ userMinutes: 20 })).toEqual(inSeconds(1200, 'user'));
    expect(lifetime({})).toEqual(unknown);
  });

  it.each([-86_400, -600, 600, 86_400])('counts from receipt when the server’s clock is %d s off', (skew) => {
    const claims = { exp: at + skew + 600, iat: at + skew };
    expect(lifetime({ claims })).toEqual(inSeconds(600, 'exp-iat'));
    const serverDateMs = receivedAt + skew * 1000;
    expect(lifetime({ claims: { exp: claims.exp }, serverDateMs })).toEqual(inSeconds(600, 'exp'));
  });

  it('passes over an iat after exp', () => {
    const claims = { exp: at + 60, iat: at + 120 };
    expect(lifetime({ claims, serverDateMs: receivedAt })).toEqual(inSeconds(60, 'exp'));
  });

  it('reads the dates alone of a token that was pasted', () => {
    const facts = { claims: { exi: 600, iat: at - 500, exp: at + 100 }, lifetimeClaim: 'exi', isNew: false };
    expect(lifetime(facts)).toEqual(inSeconds(100, 'exp'));
  });

  it.each([
    [600, 'auto', inSeconds(600, 'expires_in')],
    [600_000, 'auto', inSeconds(600, 'expires_in', true)],
    [36_000, 'auto', inSeconds(36_000, 'expires_in')],
    [86_400, 'auto', inSeconds(86_400, 'expires_in')],
    [600_000, 'milliseconds', inSeconds(600, 'expires_in')],
    [600_000, 'seconds', inSeconds(600_000, 'expires_in')],
    [600_000, undefined, inSeconds(600_000, 'expires_in')],
  ])('takes an expires_in of %d as %s', (expiresIn, expiresInUnit, expected) => {
    expect(lifetime({ expiresIn, expiresInUnit, documentedSeconds: 600 })).toEqual(expected);
  });

  it('guesses no unit where no lifetime is documented', () => {
    expect(lifetime({ expiresIn: 600_000, expiresInUnit: 'auto' })).toEqual(inSeconds(600_000, 'expires_in'));
  });

  it.each([
    [0, inSeconds(0, 'expires_in')],
    ['3600', inSeconds(3600, 'expires_in')],
    [' 60 ', inSeconds(60, 'expires_in')],
    [1.5, inSeconds(1.5, 'expires_in')],
    [-1, unknown],
    [Number.POSITIVE_INFINITY, unknown],
    [Number.NaN, unknown],
    [2 ** 53, unknown],
    ['1e400', unknown],
    ['', unknown],
    ['soon', unknown],
    [true, unknown],
    [[600], unknown],
    [{}, unknown],
    [315_360_000, inSeconds(315_360_000, 'expires_in')],
  ])('reads an expires_in of %j', (expiresIn, expected) => {
    expect(lifetime({ expiresIn })).toEqual(expected);
  });

  it.each([
    ['2026-01-01T12:10:00Z', inSeconds(600, 'expires_at')],
    ['2026-01-01T12:10:00.500000Z', inSeconds(600.5, 'expires_at')],
    ['2026-01-01T14:10:00+02:00', inSeconds(600, 'expires_at')],
    ['2026-01-01 07:10:00-0500', inSeconds(600, 'expires_at')],
    ['2026-01-01T14:10+02', inSeconds(600, 'expires_at')],
    ['2026-01-01T12:10:00', inSeconds(600, 'expires_at', true)],
    ['2026-01-02', inSeconds(43_200, 'expires_at', true)],
    [at + 600, inSeconds(600, 'expires_at')],
    [String(at + 600), inSeconds(600, 'expires_at')],
    [(at + 600) * 1000, inSeconds(600, 'expires_at')],
    [at - 600, inSeconds(-600, 'expires_at')],
    ['2026-13-01T00:00:00Z', unknown],
    ['2026-01-01T25:00:00Z', unknown],
    ['Thu, 01 Jan 2026 12:10:00 GMT', unknown],
    [3600, unknown],
    ['3600', unknown],
    [-1, unknown],
    [1e16, unknown],
    ['', unknown],
    [null, unknown],
    [{}, unknown],
  ])('reads an end of %j', (expiresAt, expected) => {
    expect(lifetime({ expiresAt })).toEqual(expected);
  });

  it('holds an end that the reply names against the server’s clock', () => {
    const serverDateMs = receivedAt - 86_400_000;
    expect(lifetime({ expiresAt: '2025-12-31T12:10:00Z', serverDateMs })).toEqual(
      inSeconds(600, 'expires_at'),
    );
  });

  it('gives a valid life for anything a server may write', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.boolean(),
        (exp, iat, expiresIn, expiresAt, isNew) => {
          const claims = { exp, iat, exi: exp };
          const life = lifetime({ claims, lifetimeClaim: 'exi', expiresIn, expiresAt, isNew });
          lifeSchema.parse({ ...life, receivedAt });
          if (life.expiresAt !== null) new Date(life.expiresAt).toISOString();
        },
      ),
    );
  });
});
