import type { LogoutOutcome } from '../../electron/contract/logout-result.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { clockNow } from '../state/clock.ts';
import { outcomeWords } from '../state/revoke-all.ts';
import { shownState, stateWords } from '../state/session-words.ts';
import { useKind, useServer, useSession } from '../state/snapshot.ts';
import { Spinner } from '../ui/spinner.tsx';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import styles from './revoke-all.module.css';

const said = words.revoking;

interface RevokeAllRowProps {
  readonly session: SessionView;
  readonly isWorking: boolean;
  readonly outcome: LogoutOutcome | undefined;
}

/** One session that is to be ended, is being ended, or what became of it. */
export function RevokeAllRow({ session, isWorking, outcome }: RevokeAllRowProps) {
  const server = useServer(session.serverId);
  const kind = useKind(server?.kindId);
  const isOut = useSession(session.profileId)?.state === 'signed-out';
  const wasMoved = session.problem?.code === 'server-changed';
  const met = outcome?.forgotten === false && isWorking ? undefined : outcome;
  const context = { server: server?.name ?? said.theServer, note: kind?.notes.end, wasMoved };
  const done = met && outcomeWords(met, context);

  return (
    <li className={styles.row}>
      <span className={styles.sign}>
        {done ? (
          <StateGlyph state={done.state} />
        ) : isWorking && (!isOut || wasMoved) ? (
          <Spinner />
        ) : (
          <StateGlyph state={isWorking ? 'signed-out' : shownState(session, clockNow())} />
        )}
      </span>
      <p className={styles.name}>
        <bdi>{session.name}</bdi>
        <span className={styles.server}>
          <bdi>{server?.name}</bdi>
        </span>{' '}
        <EnvironmentTag environment={server?.environment} />
      </p>
      {done?.status !== undefined && <Tag>{done.status}</Tag>}
      <p className={styles.words}>
        {done ? (
          <>
            <strong>{done.title}</strong> {done.advice}
          </>
        ) : isWorking ? (
          progressWords(isOut && !wasMoved)
        ) : (
          beforehand(session, kind?.can.end === 'unsupported' || wasMoved)
        )}
      </p>
    </li>
  );
}

function progressWords(isOut: boolean): string {
  return isOut ? said.signedOut : said.askingServer;
}

function beforehand(session: SessionView, isHereOnly: boolean): string {
  const { name } = stateWords(session, clockNow());
  return isHereOnly ? said.hereOnly(name) : said.state(name);
}
