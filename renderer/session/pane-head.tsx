import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { hostOf } from '../state/address.ts';
import { useClock } from '../state/clock.ts';
import { formatCountdown, formatSpan } from '../state/format-duration.ts';
import { secondLine, shareLeft, shownState, stateWords } from '../state/session-words.ts';
import { Ring } from '../ui/ring.tsx';
import { ringArc } from '../ui/ring-arc.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { TagList } from '../ui/tag-list.tsx';
import { words } from '../words/words.ts';
import { EnvironmentTag } from './environment-tag.tsx';
import styles from './pane-head.module.css';

const said = words.session;

/** What fits into the ring: one unit, such as `10 min`. */
const longestSpan = 6;

/** The big ring, and beside it whose session this is. */
export function PaneHead({
  session,
  server,
}: {
  readonly session: SessionView;
  readonly server: ServerView | undefined;
}) {
  const { access } = session;
  const shown = useClock((now) => shownState(session, now));
  const state = useClock((now) => headWords(session, now));
  const arc = useClock((now) => {
    const share = shareLeft(session, now);
    if (share !== null) return ringArc(share, 'l');
    return access !== null && access.expiresAt === null ? 0 : null;
  });
  const left = useClock((now) => {
    if (access === null) return session.state === 'needs-sign-in' ? '0:00' : '–';
    return access.expiresAt === null ? '?' : formatCountdown(access.expiresAt - now);
  });
  return (
    <header className={styles.head} data-state={shown} data-environment={server?.environment}>
      <div className={styles.ring}>
        <Ring arc={arc} size="l" />
        <div>
          <strong data-long={left.length > 5 || undefined}>{left}</strong>
          <small>{ofWhat(session)}</small>
        </div>
      </div>
      <div className={styles.who}>
        <h2 className="truncate" title={session.name}>
          <bdi>{session.name}</bdi>
        </h2>
        {server !== undefined && (
          <p className="truncate">
            <EnvironmentTag environment={server.environment} /> <bdi>{server.name}</bdi>
            {server.name !== hostOf(server.address) && `, ${hostOf(server.address)}`}
          </p>
        )}
        <StateChip state={shown} className={styles.chip}>
          <span className="truncate">{state}</span>
        </StateChip>
        <TagList label={words.order.tagsLabel} tags={session.tags} className={styles.tags} />
      </div>
    </header>
  );
}

function ofWhat({ access }: SessionView): string {
  if (access === null) return said.noToken;
  if (access.expiresAt === null) return said.unknownEnd;
  const life = access.expiresAt - access.receivedAt;
  const span = formatSpan(life);
  return said.ofLife(span.length > longestSpan ? formatCountdown(life) : span);
}

function headWords(session: SessionView, now: number): string {
  const { long } = stateWords(session, now);
  const { state, nextActionAt, keptBy } = session;
  if (shownState(session, now) === 'fresh' && nextActionAt !== null) {
    const next = keptBy === 'login-again' ? said.signsInAgainIn : said.refreshesIn;
    return next(long, formatCountdown(nextActionAt - now));
  }
  if (state === 'needs-sign-in' || state === 'signed-out') {
    const { text, value } = secondLine(session, now);
    return said.stateAndWhy(long, `${text}${value}`);
  }
  return long;
}
