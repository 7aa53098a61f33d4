import type { Inspection } from '../../electron/contract/inspection.ts';
import { formatSpan } from '../state/format-duration.ts';
import { words } from '../words/words.ts';
import type { Comparison } from './compare-tokens.ts';

const text = words.compare;

/** What is told of both tokens and is no claim. */
export interface Fact {
  readonly name: string;
  readonly isSame: boolean;
  /** Parts of a list, or a text alone. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Kind, life and scope; a scope that is a claim of both stands among the claims. */
export function factsOf(
  { isOtherFormat, life, scopeOf, scope, pairs }: Comparison,
  first: Inspection,
  second: Inspection,
): readonly Fact[] {
  const formatOf = ({ format, variant }: Inspection) => words.inspector.formats[format](variant);
  const { lost, gained, kept } = scope;
  const isClaim = pairs.some(
    ({ name, verdict }) => (name === 'scope' || name === 'scp') && ['same', 'changed'].includes(verdict),
  );
  const isKnown = life.first !== null || life.second !== null;
  return [
    plain(text.kind, formatOf(first), formatOf(second), !isOtherFormat),
    ...(isKnown ? [plain(text.life, span(life.first), span(life.second), life.verdict === 'same')] : []),
    ...(scopeOf === 'both' && !isClaim
      ? [
          {
            name: text.scope,
            isSame: lost.length + gained.length === 0,
            first: [...kept, ...lost],
            second: [...kept, ...gained],
            lost,
            gained,
          },
        ]
      : []),
  ];
}

function plain(name: string, first: string, second: string, isSame: boolean): Fact {
  return { name, isSame, first: [first], second: [second], lost: [], gained: [] };
}

function span(lifeMs: number | null): string {
  return lifeMs === null ? text.unknown : formatSpan(lifeMs);
}
