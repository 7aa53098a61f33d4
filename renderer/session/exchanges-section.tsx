import type { Exchange } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatDay } from '../state/format-time.ts';
import { ExchangeLine } from './exchange-line.tsx';
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
  return (
    <>
      {newDay !== '' && <li className={styles.day}>{newDay}</li>}
      <ExchangeLine exchange={exchange} />
    </>
  );
}
