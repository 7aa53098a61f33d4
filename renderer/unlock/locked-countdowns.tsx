import type { Countdown } from '../../electron/contract/snapshot.ts';
import { useClock } from '../state/clock.ts';
import { formatSpan } from '../state/format-duration.ts';
import { classNames } from '../ui/class-names.ts';
import { words } from '../words/words.ts';
import styles from './unlock-screen.module.css';

const said = words.unlock;

/** Names of sessions and how long they live: all that a locked window shows, where the user chose that. */
export function LockedCountdowns({ countdowns }: { readonly countdowns: readonly Countdown[] }) {
  return (
    <ul className={classNames(styles.facts, styles.seen)} aria-label={said.sessions}>
      {countdowns.map((countdown) => (
        <Line key={countdown.profileId} {...countdown} />
      ))}
    </ul>
  );
}

function Line({ name, serverName, expiresAt }: Countdown) {
  const left = useClock((now) => lifeLeft(expiresAt, now));
  return (
    <li className={styles.countdown}>
      <span>
        {name}
        {serverName && said.at(serverName)}
      </span>
      <span>{left}</span>
    </li>
  );
}

function lifeLeft(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return '';
  return expiresAt > now ? formatSpan(expiresAt - now) : said.over;
}
