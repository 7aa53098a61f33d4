import { formatSpan } from '../state/format-duration.ts';
import { listed } from '../state/listed.ts';
import { words } from '../words/words.ts';
import type { Comparison } from './compare-tokens.ts';
import { isRoutine } from './routine.ts';

const text = words.compare;

/** No headline names more than these. */
export const mostNamed = 6;

/** Whether two tokens stand side by side, or one took the place of the other. */
export type Order = 'beside' | 'inTime';

export interface Headline {
  readonly what: 'lost' | 'gained' | 'life' | 'other' | 'note' | 'same';
  readonly words: string;
}

const others: Readonly<Partial<Record<string, string>>> = text.others;

/** What is worth saying of two tokens before any table: what it may be used for, how long, by whom, and what could not be compared. */
export function headlinesOf(comparison: Comparison, order: Order): readonly Headline[] {
  const { scope, pairs, isOtherFormat, isPartial } = comparison;
  const said = text[order];
  const told = pairs.filter(({ verdict }) => verdict === 'changed').flatMap(({ name }) => others[name] ?? []);
  const differences: readonly Headline[] = [
    ...(scope.lost.length > 0
      ? [{ what: 'lost', words: said.lost(listed(scope.lost, mostNamed)) } as const]
      : []),
    ...(scope.gained.length > 0
      ? [{ what: 'gained', words: said.gained(listed(scope.gained, mostNamed)) } as const]
      : []),
    ...lifeHeadline(comparison.life, order),
    ...[...new Set(told), ...(isOtherFormat ? [text.otherFormat] : [])].map(
      (line) => ({ what: 'other', words: line }) as const,
    ),
  ];
  const notes = [...readingNotes(comparison, order), ...(isPartial ? [text.partial] : [])];
  return [
    ...differences,
    ...(differences.length === 0 ? nothingElse(comparison) : []),
    ...notes.map((line) => ({ what: 'note', words: line }) as const),
  ];
}

function lifeHeadline({ verdict, first, second }: Comparison['life'], order: Order): readonly Headline[] {
  if (first === null || second === null || verdict === 'same' || verdict === 'unknown') return [];
  return [{ what: 'life', words: text[order][verdict](formatSpan(first), formatSpan(second)) }];
}

function nothingElse({ pairs, readable, scopeOf, life }: Comparison): readonly Headline[] {
  const differing = pairs.filter(({ verdict }) => ['changed', 'added', 'removed'].includes(verdict));
  if (differing.length > 0 && differing.every(isRoutine)) return [{ what: 'same', words: text.onlyRoutine }];
  const isComparable = readable === 'both' || scopeOf === 'both' || life.verdict !== 'unknown';
  return differing.length === 0 && isComparable ? [{ what: 'same', words: text.same }] : [];
}

function readingNotes({ readable, scopeOf, life }: Comparison, order: Order): readonly string[] {
  const said = text[order];
  const comparable = [
    ...(life.verdict === 'unknown' ? [] : [text.lives]),
    ...(scopeOf === 'both' ? [text.scopes] : []),
  ];
  const isLifeKnown = { first: life.first !== null, second: life.second !== null };
  return [
    ...(readable === 'neither'
      ? [comparable.length === 0 ? text.neither : text.neitherBut(listed(comparable))]
      : []),
    ...(readable === 'first' ? [said.secondUnread] : []),
    ...(readable === 'second' ? [said.firstUnread] : []),
    ...(scopeOf === 'first' ? [said.secondScopeUnknown] : []),
    ...(scopeOf === 'second' ? [said.firstScopeUnknown] : []),
    ...(isLifeKnown.first && !isLifeKnown.second ? [said.secondLifeUnknown] : []),
    ...(isLifeKnown.second && !isLifeKnown.first ? [said.firstLifeUnknown] : []),
    ...(!isLifeKnown.first && !isLifeKnown.second && readable !== 'neither' ? [text.livesUnknown] : []),
  ];
}
