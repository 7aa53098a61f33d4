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
  const { access } = session;
  const arc = useClock((now) => {
    const share = shareLeft(session, now);
    if (share !== null) return ringArc(share, 'm');
    return access !== null && access.expiresAt === null ? 0 : null;
  });
  const isLong = useClock((now) => timeLeft(session, now).length > 6);
  return (
    <span
      className={styles.time}
      data-unknown={(access !== null && access.expiresAt === null) || undefined}
      data-long={isLong || undefined}
    >
      <Ring arc={arc} />
      <TimeLeft session={session} />
    </span>
  );
}

/** The countdown alone, so that a second that passes draws nothing else again. */
function TimeLeft({ session }: { readonly session: SessionView }) {
  const left = useClock((now) => timeLeft(session, now));
  return (
    <>
      <span className="visually-hidden">{left === '–' ? said.noToken : said.left}</span>
      <span aria-hidden={left === '–' || undefined}>{left}</span>
    </>
  );
}

function timeLeft({ access, state }: SessionView, now: number): string {
  if (access === null) return state === 'needs-sign-in' ? '0:00' : '–';
  return access.expiresAt === null ? said.unknown : formatCountdown(access.expiresAt - now);
}
