import type { SessionView, SessionState as State } from '../../electron/contract/session.ts';
import { clockNow, useClock } from '../state/clock.ts';
import { isDying, secondLine, stateWords } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { words } from '../words/words.ts';
import styles from './session-row.module.css';

const said = words.wall;

/** The state of a session in words, and below it what stands behind it. */
export function SessionState({ session, shown }: { readonly session: SessionView; readonly shown: State }) {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const read = (now: number): readonly [long: string, short: string, text: string, value: string] => {
    const { long, short } = stateWords(session, now);
    const { text, value } = secondLine(session, now);
    return [long, short, isDying(session, now, warnMinutes) ? said.signInBefore : text, value];
  };
  // One question to the clock, not one for each word: it strikes in every row.
  useClock((now) => read(now).join('\n'));
  const [long, short, text, value] = read(clockNow());
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
