import { Check } from 'lucide-react';
import { Spinner } from '../ui/spinner.tsx';
import { StateGlyph } from '../ui/state-glyph.tsx';
import styles from './probe-line.module.css';
import type { ProbeWords } from './probe-words.ts';

/** What answers at the address, in one line that is read out when it changes. */
export function ProbeLine({ words }: { readonly words: ProbeWords }) {
  const { sign, strong, rest, small } = words;

  return (
    <p className={styles.line} role="status">
      {sign === 'ok' && <Check className={styles.tick} aria-hidden="true" />}
      {sign === 'work' && <Spinner />}
      {sign === 'caution' && <StateGlyph state="cannot-refresh" className={styles.glyph ?? ''} />}
      <span className={styles.words}>
        {strong && <strong>{strong}</strong>}
        {strong && sign === 'ok' && rest && ', '}
        {strong && sign !== 'ok' && ' '}
        {rest}
      </span>
      {small && <span className={styles.small}>{small}</span>}
    </p>
  );
}
