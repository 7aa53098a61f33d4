import type { Filled } from '../../electron/contract/try-out.ts';
import { useClock } from '../state/clock.ts';
import { words } from '../words/words.ts';
import { type FilledFact, filledFacts } from './filled-facts.ts';
import styles from './filled-list.module.css';

const said = words.kindAnswer;

/** The fields that an answer filled. */
export function FilledList({ filled }: { readonly filled: Filled }) {
  // As text, so that the clock redraws it only when a word of it changes.
  const text = useClock((now) => JSON.stringify(filledFacts(filled, now)));
  const facts = JSON.parse(text) as readonly FilledFact[];
  return (
    <dl className={styles.facts} aria-label={said.filled}>
      {facts.map(({ label, value, isCode, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className={isCode ? 'mono' : undefined}>{value}</span>
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
