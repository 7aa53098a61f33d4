import { Check, HelpCircle } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { Finding } from '../../electron/contract/explanation.ts';
import { words } from '../words/words.ts';
import styles from './findings-list.module.css';

interface FindingsListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Stands at the right of the title. */
  readonly action?: ReactNode;
}

/** What was found out about a server, and below it what was only guessed. */
export function FindingsList({ title, findings, action }: FindingsListProps) {
  const id = useId();
  const sorted = [...findings.filter(({ sure }) => sure), ...findings.filter(({ sure }) => !sure)];

  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div role="status">
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
        </div>
        {action}
      </div>
      <ul className={styles.list}>
        {sorted.map(({ text, sure }) => (
          <li key={text} className={styles.finding} data-sure={sure}>
            {sure ? <Check aria-hidden="true" /> : <HelpCircle aria-hidden="true" />}
            <span className={styles.text}>
              {!sure && <strong className={styles.guess}>{words.explanation.guessed}</strong>}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
