import type { SessionView } from '../../electron/contract/session.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { useClock } from '../state/clock.ts';
import { formatLongSpan } from '../state/format-duration.ts';
import { formatDay, formatMinute, formatMoment } from '../state/format-time.ts';
import { shownState, stateWords } from '../state/session-words.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { words } from '../words/words.ts';
import styles from './strip-card.module.css';

const said = words.strip.card;

/** What will happen to one session, and when. */
export function StripCardOne({ profileId }: { readonly profileId: string }) {
  const session = useSession(profileId);
  return session === undefined ? null : <One session={session} />;
}

function One({ session }: { readonly session: SessionView }) {
  const { name, access, keptBy, nextActionAt } = session;
  const server = useServer(session.serverId);
  const state = useClock((now) => shownState(session, now));
  const stateName = useClock((now) => stateWords(session, now).name);
  const planned = keptBy === 'nothing' ? null : nextActionAt;
  const refresh = useClock((now) => (planned === null ? null : whenWords(planned, now)));
  const dies = useClock((now) => (access?.expiresAt == null ? '' : whenWords(access.expiresAt, now)));
  return (
    <>
      <p className={styles.head}>
        <bdi className="truncate">{name}</bdi>
        <StateChip state={state} className={styles.chip}>
          {stateName}
        </StateChip>
      </p>
      <p className={styles.server}>
        <bdi className="truncate">{server?.name}</bdi>
        <EnvironmentTag environment={server?.environment} />
      </p>
      <dl className={styles.facts}>
        <dt>{refresh === null ? said.nothing : plannedWords(session)}</dt>
        <dd>{refresh}</dd>
        <dt>{said.dies}</dt>
        <dd>{dies}</dd>
      </dl>
    </>
  );
}

function plannedWords({ state, keptBy }: SessionView): string {
  if (state === 'retrying') return said.nextTry;
  return keptBy === 'login-again' ? said.signsIn : said.refreshes;
}

function whenWords(at: number, now: number): string {
  if (at <= now) return said.now;
  const left = formatLongSpan(at - now);
  return formatDay(at, now) === words.units.today
    ? said.today(formatMinute(at), left)
    : said.otherDay(formatMoment(at, now), left);
}
