import type { SessionView, SessionState as State } from '../../electron/contract/session.ts';
import { useClockReadings } from '../state/clock.ts';
import { isDying, secondLine, stateWords } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { words } from '../words/words.ts';
import styles from './session-row.module.css';

const said = words.wall;

/** The state of a session in words, and below it what stands behind it. */
export function SessionState({ session, shown }: { readonly session: SessionView; readonly shown: State }) {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const [long, short, text, value] = useClockReadings((now) => {
    const state = stateWords(session, now);
    const second = secondLine(session, now);
    const isUrgent = isDying(session, now, warnMinutes);
    return [state.long, state.short, isUrgent ? said.signInBefore : second.text, second.value];
  });
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
