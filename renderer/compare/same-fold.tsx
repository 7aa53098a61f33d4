import type { Claim } from '../../electron/contract/inspection.ts';
import { ClaimsTable } from '../session/claims-table.tsx';
import facts from '../session/facts.module.css';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import type { Fact } from './facts.ts';
import type { Pair } from './pair-claims.ts';

const text = words.compare;

/** What both tokens have alike, behind a line that counts it. */
export function SameFold({
  facts: told,
  pairs,
}: {
  readonly facts: readonly Fact[];
  readonly pairs: readonly Pair[];
}) {
  const same = told.filter(({ isSame }) => isSame);
  const claims = sameIn(pairs, 'claims');
  const header = sameIn(pairs, 'header');
  const count = same.length + claims.length + header.length;
  if (count === 0) return null;
  return (
    <Fold label={text.sameCount(count)} startsOpen={false} mustOpen={false}>
      {same.length > 0 && (
        <dl className={facts.facts}>
          {same.map(({ name, first }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{first.join(' ')}</dd>
            </div>
          ))}
        </dl>
      )}
      {claims.length > 0 && <ClaimsTable claims={claims} label={text.sameClaims} />}
      {header.length > 0 && <ClaimsTable claims={header} label={text.sameHeader} />}
    </Fold>
  );
}

function sameIn(pairs: readonly Pair[], part: Pair['part']): readonly Claim[] {
  return pairs.flatMap((pair) =>
    pair.part === part && pair.verdict === 'same' && pair.first !== null ? [pair.first] : [],
  );
}
