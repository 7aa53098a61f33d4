import type { SessionView, SessionState as State } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { isDying, secondLine, stateWords } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { words } from '../words/words.ts';
import styles from './session-row.module.css';

const said = words.wall;

/** The state of a session in words, and below it what stands behind it. */
export function SessionState({ session, shown }: { readonly session: SessionView; readonly shown: State }) {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const long = useClock((now) => stateWords(session, now).long);
  const short = useClock((now) => stateWords(session, now).short);
  const text = useClock((now) =>
    isDying(session, now, warnMinutes) ? said.signInBefore : secondLine(session, now).text,
  );
  const value = useClock((now) => secondLine(session, now).value);
  return (
    <div className={styles.state}>
      <StateChip state={shown} className={styles.chip}>
        <span className={styles.long}>{long}</span>
        <span className={styles.short}>{short}</span>
      </StateChip>
      <span className={`${styles.more} truncate`}>
        {text}
        {value !== '' && <b>{value}</b>}
      </span>
    </div>
  );
}
