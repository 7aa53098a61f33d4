import { type Claim, notShown } from '../../electron/contract/inspection.ts';

/** One entry of two tokens side by side. */
export interface Pair {
  readonly part: 'header' | 'claims';
  readonly name: string;
  readonly first: Claim | null;
  readonly second: Claim | null;
  /** `not-shown` where either value is hidden, so that nobody can tell; `rewritten` for a list of the same parts. */
  readonly verdict: 'same' | 'changed' | 'rewritten' | 'added' | 'removed' | 'not-shown';
  /** Of a list, what only the first has. */
  readonly lost: readonly string[];
  /** Of a list, what only the second has. */
  readonly gained: readonly string[];
}

/** Stands for entries beyond those that are shown, and pairs with nothing. */
const beyond = '…';

/** Pairs entries by their names, in the order of the first; a name that stands twice pairs with its own like. */
export function pairClaims(
  part: Pair['part'],
  first: readonly Claim[],
  second: readonly Claim[],
): readonly Pair[] {
  const others = new Map(numbered(second));
  const pairs = numbered(first).map(([key, claim]) => pairOf(part, claim, others.get(key) ?? null));
  const known = new Map(numbered(first));
  const added = numbered(second).filter(([key]) => !known.has(key));
  return [...pairs, ...added.map(([, claim]) => pairOf(part, null, claim))];
}

/** True where a token says more than is shown of it. */
export function isCutShort(claims: readonly Claim[]): boolean {
  return claims.some(isBeyond);
}

/** The parts of a claim that is a list: an array of texts, a scope, an audience of one. Null for any other. */
export function partsOf({ name, value, type }: Claim): readonly string[] | null {
  if (type === 'string') {
    if (name === 'scope' || name === 'scp') return scopeParts(value);
    return name === 'aud' ? [value] : null;
  }
  if (type !== 'array') return null;
  const items: unknown = JSON.parse(value);
  return Array.isArray(items) && items.every((item) => typeof item === 'string') ? [...new Set(items)] : null;
}

/** The parts of a scope, each once. @see RFC 6749 §3.3 */
export function scopeParts(scope: string): readonly string[] {
  return [...new Set(scope.split(/\s+/).filter((part) => part !== ''))];
}

/** What stands in the first list alone. */
export function without(parts: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return parts.filter((part) => !known.has(part));
}

function numbered(claims: readonly Claim[]): readonly (readonly [string, Claim])[] {
  const seen = new Map<string, number>();
  return claims
    .filter((claim) => !isBeyond(claim))
    .map((claim) => {
      const count = seen.get(claim.name) ?? 0;
      seen.set(claim.name, count + 1);
      return [`${count} ${claim.name}`, claim] as const;
    });
}

function pairOf(part: Pair['part'], first: Claim | null, second: Claim | null): Pair {
  const name = (first ?? second)?.name ?? '';
  const base = { part, name, first, second, lost: [], gained: [] };
  if (first === null) return { ...base, verdict: 'added' };
  if (second === null) return { ...base, verdict: 'removed' };
  if (isHidden(first) || isHidden(second)) return { ...base, verdict: 'not-shown' };
  if (first.type === second.type && first.value === second.value) return { ...base, verdict: 'same' };
  const [before, after] = [partsOf(first), partsOf(second)];
  if (before === null || after === null) return { ...base, verdict: 'changed' };
  const lost = without(before, after);
  const gained = without(after, before);
  return { ...base, verdict: lost.length + gained.length > 0 ? 'changed' : 'rewritten', lost, gained };
}

function isBeyond({ name, type }: Claim): boolean {
  return name === beyond && type === 'hidden';
}

/** A name that is hidden could be any: whether two such values belong together is not known. */
function isHidden({ name, type }: Claim): boolean {
  return type === 'hidden' || name === notShown;
}
