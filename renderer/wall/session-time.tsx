import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { shareLeft } from '../state/session-words.ts';
import { Ring } from '../ui/ring.tsx';
import { ringArc } from '../ui/ring-arc.ts';
import { words } from '../words/words.ts';
import styles from './session-row.module.css';

const said = words.wall;

/** The ring and the countdown at the head of a row. */
export function SessionTime({ session }: { readonly session: SessionView }) {
  const { access, state } = session;
  const arc = useClock((now) => {
    const share = shareLeft(session, now);
    if (share !== null) return ringArc(share, 'm');
    return access !== null && access.expiresAt === null ? 0 : null;
  });
  const left = useClock((now) => {
    if (access === null) return state === 'needs-sign-in' ? '0:00' : '–';
    return access.expiresAt === null ? said.unknown : formatCountdown(access.expiresAt - now);
  });
  return (
    <span
      className={styles.time}
      data-unknown={left === said.unknown || undefined}
      data-long={left.length > 6 || undefined}
    >
      <Ring arc={arc} />
      <span className="visually-hidden">{left === '–' ? said.noToken : said.left}</span>
      <span aria-hidden={left === '–' || undefined}>{left}</span>
    </span>
  );
}
