import { CircleAlert, Clock, Equal, Info, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '../words/words.ts';
import { CompareHead, type Side } from './compare-head.tsx';
import { CompareTable } from './compare-table.tsx';
import { compareTokens } from './compare-tokens.ts';
import styles from './compare-view.module.css';
import { factsOf } from './facts.ts';
import { type Headline, headlinesOf, type Order } from './headlines.ts';
import { SameFold } from './same-fold.tsx';

const text = words.compare;

const icons: Readonly<Record<Headline['what'], ReactNode>> = {
  lost: <Minus />,
  gained: <Plus />,
  life: <Clock />,
  other: <CircleAlert />,
  note: <Info />,
  same: <Equal />,
};

/** How two tokens differ: in sentences, then claim by claim, with what is the same folded away. */
export function CompareView({
  first,
  second,
  order,
}: {
  readonly first: Side;
  readonly second: Side;
  readonly order: Order;
}) {
  const comparison = compareTokens(first.compared, second.compared);
  const facts = factsOf(comparison, first.compared.token, second.compared.token);
  const labels = { first: text[order].first, second: text[order].second };
  return (
    <div className={styles.view}>
      <div className={styles.heads}>
        <CompareHead label={labels.first} side={first} />
        <CompareHead label={labels.second} side={second} />
      </div>
      <ul className={styles.headlines}>
        {headlinesOf(comparison, order).map(({ what, words: line }) => (
          <li key={line} data-what={what}>
            {icons[what]}
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <CompareTable labels={labels} facts={facts} pairs={comparison.pairs} />
      <SameFold facts={facts} pairs={comparison.pairs} />
      {comparison.pairs.length > 0 && <p className={styles.remark}>{text.notVerified}</p>}
    </div>
  );
}
