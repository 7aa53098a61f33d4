import type { Claim } from '../../electron/contract/inspection.ts';
import { claimValue, claimWords } from '../session/claim-words.ts';
import { useClock } from '../state/clock.ts';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import styles from './compare-table.module.css';
import type { Fact } from './facts.ts';
import { type Pair, partsOf } from './pair-claims.ts';
import { isRoutine } from './routine.ts';

const text = words.compare;

interface Labels {
  readonly first: string;
  readonly second: string;
}

/** What differs, a line each; what differs in any two tokens stands last. */
export function CompareTable({
  labels,
  facts,
  pairs,
}: {
  readonly labels: Labels;
  readonly facts: readonly Fact[];
  readonly pairs: readonly Pair[];
}) {
  const told = facts.filter(({ isSame }) => !isSame);
  const differing = pairs.filter(({ verdict }) => verdict !== 'same');
  const routine = differing.filter(isRoutine);
  const telling = differing.filter((pair) => !isRoutine(pair));
  if (told.length + differing.length === 0) return null;
  return (
    <table className={styles.table} aria-label={text.differences}>
      <thead>
        <tr>
          <th scope="col">{text.claim}</th>
          <th scope="col">{labels.first}</th>
          <th scope="col">{labels.second}</th>
        </tr>
      </thead>
      {told.length + telling.length > 0 && (
        <tbody>
          {told.map((fact) => (
            <FactRow key={fact.name} fact={fact} labels={labels} />
          ))}
          {telling.map((pair) => (
            <PairRow key={keyOf(pairs, pair)} pair={pair} labels={labels} />
          ))}
        </tbody>
      )}
      {routine.length > 0 && (
        <tbody>
          <tr className={styles.group}>
            <th colSpan={3} scope="rowgroup">
              {text.routine}
            </th>
          </tr>
          {routine.map((pair) => (
            <PairRow key={keyOf(pairs, pair)} pair={pair} labels={labels} />
          ))}
        </tbody>
      )}
    </table>
  );
}

/** A name may stand twice, and in the header too. */
function keyOf(pairs: readonly Pair[], pair: Pair): string {
  return `${pairs.indexOf(pair)} ${pair.name}`;
}

function FactRow({ fact, labels }: { readonly fact: Fact; readonly labels: Labels }) {
  const isList = fact.lost.length + fact.gained.length > 0;
  return (
    <tr>
      <th scope="row">{fact.name}</th>
      <td data-which={labels.first}>
        {isList ? <Parts parts={fact.first} lost={fact.lost} /> : fact.first.join(' ')}
      </td>
      <td data-which={labels.second}>
        {isList ? <Parts parts={fact.second} gained={fact.gained} /> : fact.second.join(' ')}
      </td>
    </tr>
  );
}

function PairRow({ pair, labels }: { readonly pair: Pair; readonly labels: Labels }) {
  const { part, name, first, second, verdict, lost, gained } = pair;
  const remarks = [
    ...(part === 'header' ? [text.header] : []),
    ...(verdict === 'rewritten' ? [text.rewritten] : []),
    ...(verdict === 'not-shown' ? [text.notCompared] : []),
  ];
  return (
    <tr>
      <th className="mono" scope="row">
        <bdi>{name}</bdi>
        {remarks.length > 0 && <small>{remarks.join(', ')}</small>}
      </th>
      <td data-which={labels.first}>
        <Value claim={first} differing={lost} other={gained} mark="lost" />
      </td>
      <td data-which={labels.second}>
        <Value claim={second} differing={gained} other={lost} mark="gained" />
      </td>
    </tr>
  );
}

/** A value; one that is a list, as the parts that it has in common with the other and those it has alone. */
function Value({
  claim,
  differing,
  other,
  mark,
}: {
  readonly claim: Claim | null;
  readonly differing: readonly string[];
  readonly other: readonly string[];
  readonly mark: 'lost' | 'gained';
}) {
  const told = useClock((now) => (claim === null ? '' : claimWords(claim, now)));
  if (claim === null) return <span className={styles.missing}>{text.missing}</span>;
  const parts = differing.length + other.length > 0 ? partsOf(claim) : null;
  if (parts !== null) return <Parts parts={parts} {...{ [mark]: differing }} />;
  return (
    <>
      <span className="mono" data-type={claim.type}>
        <bdi>{claimValue(claim)}</bdi>
      </span>
      {claim.at !== null && <span className={styles.words}>{told}</span>}
    </>
  );
}

function Parts({
  parts,
  lost = [],
  gained = [],
}: {
  readonly parts: readonly string[];
  readonly lost?: readonly string[];
  readonly gained?: readonly string[];
}) {
  if (parts.length === 0) return <span className={styles.missing}>{text.empty}</span>;
  return (
    <ul className={styles.parts}>
      {parts.map((part) => (
        <li key={part}>
          <Tag
            tone={lost.includes(part) ? 'caution' : gained.includes(part) ? 'ok' : 'quiet'}
            className={`${styles.part} mono`}
          >
            <bdi>
              {lost.includes(part) ? text.lost(part) : gained.includes(part) ? text.gained(part) : part}
            </bdi>
          </Tag>
        </li>
      ))}
    </ul>
  );
}
