import { useLayoutEffect, useRef } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { clockNow, onSecond, useClockReadings } from '../state/clock.ts';
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
  const [arc, isLong] = useClockReadings((now) => [arcOf(session, now), isLongTime(session, now)]);
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

function arcOf(session: SessionView, now: number): number | null {
  const share = shareLeft(session, now);
  if (share !== null) return ringArc(share, 'm');
  return session.access !== null && session.access.expiresAt === null ? 0 : null;
}

/** Too long for the size of the others. */
function isLongTime(session: SessionView, now: number): boolean {
  return timeLeft(session, now).length > 6;
}

/** The countdown alone. Its text goes right into the document: drawn by React, in fifty rows, it is most of what a second costs in script. */
function TimeLeft({ session }: { readonly session: SessionView }) {
  const text = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const write = (): void => {
      const node = text.current?.firstChild;
      const left = timeLeft(session, clockNow());
      if (node instanceof Text && node.data !== left) node.data = left;
    };
    write();
    return onSecond(write);
  }, [session]);
  const isNone = isWithoutTime(session);
  return (
    <>
      <span className="visually-hidden">{isNone ? said.noToken : said.left}</span>
      <span ref={text} className={styles.left} aria-hidden={isNone || undefined}>
        {timeLeft(session, clockNow())}
      </span>
    </>
  );
}

function isWithoutTime({ access, state }: SessionView): boolean {
  return access === null && state !== 'needs-sign-in';
}

function timeLeft(session: SessionView, now: number): string {
  const { access } = session;
  if (access === null) return isWithoutTime(session) ? '–' : '0:00';
  return access.expiresAt === null ? said.unknown : formatCountdown(access.expiresAt - now);
}
