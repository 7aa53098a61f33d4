import fc from 'fast-check';
import type { Claim, Inspection } from '../../../electron/contract/inspection.ts';
import type { ComparedToken } from '../../../renderer/compare/compare-tokens.ts';
import { claim, opaqueView } from '../../support/window-fixture.ts';

export const minute = 60_000;

const { masked: _, ...opaqueToken } = opaqueView('');
export const opaque: Inspection = opaqueToken;

export function jwt(
  claims: readonly Claim[],
  header: readonly Claim[] = [claim('alg', 'RS256')],
): Inspection {
  return { ...opaque, format: 'jwt', algorithm: 'RS256', header: [...header], claims: [...claims] };
}

/** A token by its claims alone, or with what is known of it beside them. */
export function compared(token: Inspection, more: Partial<ComparedToken> = {}): ComparedToken {
  return { token, scope: null, lifetimeMs: null, endsAt: null, receivedAt: null, ...more };
}

export const hidden = (name: string): Claim => ({
  ...claim(name, 'Not shown: a secret stands in it'),
  type: 'hidden',
});

/** A list, as main writes one. */
export const list = (name: string, items: readonly string[]): Claim =>
  claim(name, JSON.stringify(items), null, 'array');

const name = fc.constantFrom('iss', 'sub', 'aud', 'scope', 'scp', 'exp', 'iat', 'roles', 'toString', 'x y');
const words = fc.array(fc.constantFrom('read', 'write', 'admin:write', '名'), { maxLength: 4 });

const anyClaim: fc.Arbitrary<Claim> = fc.oneof(
  fc.tuple(name, words).map(([key, parts]) => claim(key, parts.join(' '))),
  fc.tuple(name, words).map(([key, parts]) => list(key, parts)),
  fc
    .tuple(name, fc.array(fc.integer()))
    .map(([key, items]) => claim(key, JSON.stringify(items), null, 'array')),
  fc.tuple(name, fc.nat(2_000_000_000)).map(([key, at]) => claim(key, String(at), at * 1000)),
  name.map(hidden),
);

export const anyToken: fc.Arbitrary<ComparedToken> = fc
  .record({
    token: fc.oneof(
      fc.tuple(fc.array(anyClaim), fc.array(anyClaim)).map(([claims, header]) => jwt(claims, header)),
      fc.constant(opaque),
      fc.array(anyClaim).map((header) => ({ ...jwt([], header), format: 'jwe' as const })),
    ),
    scope: fc.option(words.map((parts) => parts.join(' '))),
    lifetimeMs: fc.option(fc.nat()),
  })
  .map(({ token, ...known }) => compared(token, known));
