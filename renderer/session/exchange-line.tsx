import type { Exchange } from '../../electron/contract/session.ts';
import { formatElapsed } from '../state/format-duration.ts';
import { formatTime } from '../state/format-time.ts';
import { problemText } from '../state/problem-text.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import styles from './exchange-line.module.css';
import { exchangeState, exchangeTone, exchangeWords } from './exchange-words.ts';

const said = words.session;

interface ExchangeLineProps {
  readonly exchange: Exchange;
  /** How often it was made in a row. */
  readonly times?: number;
}

/** One call to a server: when, what came of it, which, with what status, and how long it took. */
export function ExchangeLine({ exchange, times = 1 }: ExchangeLineProps) {
  const { at, method, path, status, elapsedMs, problem } = exchange;
  const state = exchangeState(exchange);
  return (
    <li
      className={styles.exchange}
      title={problem === null ? `${method} ${path}` : `${method} ${path}\n${problemText(problem).title}`}
    >
      <time dateTime={new Date(at).toISOString()}>{formatTime(at)}</time>
      <StateGlyph state={state} className={styles.glyph} />
      <span>{exchangeWords(exchange)}</span>
      <span className={`${styles.call} mono truncate`}>
        {method} {path}
        {times > 1 && <span className={styles.times}>{said.times(times)}</span>}
      </span>
      <Tag tone={exchangeTone(exchange)} className={styles.status}>
        {status ?? said.noStatus}
      </Tag>
      <small>{formatElapsed(elapsedMs)}</small>
    </li>
  );
}
