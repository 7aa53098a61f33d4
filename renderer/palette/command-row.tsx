import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { shownState, stateWords } from '../state/session-words.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { words } from '../words/words.ts';
import type { Command } from './command.ts';
import styles from './command-list.module.css';

/** A command in the list; one about a session shows which one that is, and how it stands with it. */
export function CommandRow({ command: { label, note, keys, of } }: { readonly command: Command }) {
  if (of === undefined) {
    return (
      <>
        <span className="truncate">{label}</span>
        {note !== undefined && <span className={`${styles.server} truncate`}>{note}</span>}
        {keys !== undefined && <KeyCap keys={keys} />}
      </>
    );
  }
  return <SessionLine session={of.session} serverName={of.serverName} />;
}

function SessionLine({
  session,
  serverName,
}: {
  readonly session: SessionView;
  readonly serverName: string;
}) {
  const { access, name } = session;
  const shown = useClock((now) => shownState(session, now));
  const state = useClock((now) => stateWords(session, now).name);
  const left = useClock((now) => {
    if (access === null) return words.palette.noToken;
    if (access.expiresAt === null) return words.palette.noEnd;
    return words.palette.left(formatCountdown(access.expiresAt - now));
  });
  return (
    <>
      <StateGlyph state={shown} className={styles.glyph} />
      <span className={styles.who}>
        <bdi className="truncate">{name}</bdi>
        <span className={`${styles.server} truncate`}>
          <bdi>{serverName}</bdi>
        </span>
      </span>
      <span className={styles.state}>{state}</span>
      <span className={styles.time}>{left}</span>
    </>
  );
}
