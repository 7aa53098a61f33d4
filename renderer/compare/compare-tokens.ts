import { type Claim, type Inspection, notShown } from '../../electron/contract/inspection.ts';
import { isCutShort, type Pair, pairClaims, partsOf, scopeParts, without } from './pair-claims.ts';

/** What may be shown of a token, and what is known of it beside that. */
export interface ComparedToken {
  readonly token: Inspection;
  /** As its server told it; null where it did not. */
  readonly scope: string | null;
  /** From receipt to end; null where that is not known. */
  readonly lifetimeMs: number | null;
  /** Epoch ms; null where the end is not known. */
  readonly endsAt: number | null;
  /** Epoch ms; null for one that did not come to Lanyard. */
  readonly receivedAt: number | null;
}

/** Whose word something is. */
export type Whose = 'both' | 'first' | 'second' | 'neither';

export interface Comparison {
  /** Whose claims can be read; they are compared where both can. */
  readonly readable: Whose;
  /** True where either says more than is shown of it. */
  readonly isPartial: boolean;
  readonly isOtherFormat: boolean;
  /** Whose scope is known; what differs, where both are. */
  readonly scopeOf: Whose;
  readonly scope: {
    readonly lost: readonly string[];
    readonly gained: readonly string[];
    readonly kept: readonly string[];
  };
  readonly life: {
    readonly verdict: 'same' | 'longer' | 'shorter' | 'unknown';
    readonly first: number | null;
    readonly second: number | null;
  };
  readonly pairs: readonly Pair[];
}

/** Two lives this near are one: an end can be off by the way of the reply and the whole seconds of the server's clock. */
const sameLifeMs = 2000;

/** How two tokens differ by what may be shown of them. Their signatures are not looked at. */
export function compareTokens(first: ComparedToken, second: ComparedToken): Comparison {
  const [one, other] = [first.token, second.token];
  const [before, after] = [scopeOf(first), scopeOf(second)];
  const readable = whose(canRead(one), canRead(other));
  const hasHeaders = one.header.length > 0 && other.header.length > 0;
  return {
    readable,
    isPartial: [one.claims, one.header, other.claims, other.header].some(isCutShort),
    isOtherFormat: one.format !== other.format || one.variant !== other.variant,
    scopeOf: whose(before !== null, after !== null),
    scope: {
      lost: before && after ? without(before, after) : [],
      gained: before && after ? without(after, before) : [],
      kept: before && after ? before.filter((part) => after.includes(part)) : [],
    },
    life: compareLives(lifetimeOf(first), lifetimeOf(second)),
    pairs: [
      ...(readable === 'both' ? pairClaims('claims', one.claims, other.claims) : []),
      ...(hasHeaders ? pairClaims('header', one.header, other.header) : []),
    ],
  };
}

/** True where all that stands in a token can be read, so that a claim which is not there is known to be missing. */
function canRead({ format, notes }: Inspection): boolean {
  const hasClaims = format === 'jwt' || format === 'json' || format === 'paseto';
  return hasClaims && !notes.some((note) => ['encrypted', 'cut-header', 'cut-claims'].includes(note));
}

/** The server's word, else the token's own; null where neither says anything, or it is hidden. */
function scopeOf({ scope, token }: ComparedToken): readonly string[] | null {
  if (scope !== null) return scope === notShown ? null : scopeParts(scope);
  const claim = token.claims.find(({ name }) => name === 'scope' || name === 'scp');
  return claim ? partsOf(claim) : null;
}

/** By the token's own word, which is the same for whoever holds it; else by what is known of it. */
function lifetimeOf({ token, lifetimeMs }: ComparedToken): number | null {
  const [start, end] = [instantOf(token.claims, 'iat'), instantOf(token.claims, 'exp')];
  return start !== null && end !== null && end >= start ? end - start : lifetimeMs;
}

function instantOf(claims: readonly Claim[], name: string): number | null {
  const claim = claims.find((one) => one.name === name);
  return claim && !claim.guessed ? claim.at : null;
}

function compareLives(first: number | null, second: number | null): Comparison['life'] {
  if (first === null || second === null) return { verdict: 'unknown', first, second };
  if (Math.abs(second - first) < sameLifeMs) return { verdict: 'same', first, second };
  return { verdict: second > first ? 'longer' : 'shorter', first, second };
}

function whose(first: boolean, second: boolean): Whose {
  if (first && second) return 'both';
  if (first) return 'first';
  return second ? 'second' : 'neither';
}
