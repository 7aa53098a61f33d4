import type { Exchange } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatDay, formatTime } from '../state/format-time.ts';
import { problemText } from '../state/problem-text.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { exchangeState, exchangeWords } from './exchange-words.ts';
import styles from './exchanges-section.module.css';
import { Section } from './section.tsx';

/** Every call to the server for this session, the newest first. */
export function ExchangesSection({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const newest = [...exchanges].sort((a, b) => b.at - a.at);
  const days = useClock((now) => newest.map(({ at }) => formatDay(at, now)).join('|')).split('|');
  if (newest.length === 0) return null;
  return (
    <Section title="Exchanges" aside={days[0]}>
      <ol className={styles.log}>
        {newest.map((exchange, index) => (
          <Row
            key={`${exchange.at} ${exchange.purpose} ${exchange.path}`}
            exchange={exchange}
            newDay={index > 0 && days[index] !== days[index - 1] ? (days[index] ?? '') : ''}
          />
        ))}
      </ol>
    </Section>
  );
}

function Row({ exchange, newDay }: { readonly exchange: Exchange; readonly newDay: string }) {
  const { at, method, path, status, elapsedMs, problem } = exchange;
  const state = exchangeState(exchange);
  return (
    <>
      {newDay !== '' && <li className={styles.day}>{newDay}</li>}
      <li
        className={styles.exchange}
        title={problem === null ? `${method} ${path}` : `${method} ${path}\n${problemText(problem).title}`}
      >
        <time dateTime={new Date(at).toISOString()}>{formatTime(at)}</time>
        <StateGlyph state={state} className={styles.glyph} />
        <span>{exchangeWords(exchange)}</span>
        <span className={`${styles.call} mono truncate`}>
          {method} {path}
        </span>
        <Tag tone={tones[exchange.outcome]} className={styles.status}>
          {status ?? 'none'}
        </Tag>
        <small>{formatElapsed(elapsedMs)}</small>
      </li>
    </>
  );
}

const tones: Readonly<Record<Exchange['outcome'], Tone>> = {
  ok: 'ok',
  refused: 'danger',
  later: 'caution',
  unexpected: 'caution',
};

function formatElapsed(elapsedMs: number): string {
  return elapsedMs < 1000 ? `${Math.round(elapsedMs)}\u00a0ms` : `${(elapsedMs / 1000).toFixed(1)}\u00a0s`;
}
