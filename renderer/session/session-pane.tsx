import { Star, X } from 'lucide-react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useTakenFocus } from '../shell/use-kept-focus.ts';
import { toggleFavourite } from '../state/own-order.ts';
import { useKind, useServer } from '../state/snapshot.ts';
import { openPane } from '../state/wall-view.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useScrollStop } from '../ui/use-scroll-stop.ts';
import { words } from '../words/words.ts';
import { CheckSection } from './check-section.tsx';
import { ClaimsSection } from './claims-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { PaneActions } from './pane-actions.tsx';
import { PaneHead } from './pane-head.tsx';
import { PaneNotices } from './pane-notices.tsx';
import { ProofLine } from './proof-line.tsx';
import { ScopeSection } from './scope-section.tsx';
import { SessionMenuButton } from './session-menu.tsx';
import styles from './session-pane.module.css';
import { TimelineSection } from './timeline-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { TryItSection } from './try-it/try-it-section.tsx';
import { useSessionDetail } from './use-session-detail.ts';

const said = words.session;

/** Everything about one session: who, how long by whose word, what stands in the token, and every call that was made for it. */
export function SessionPane({ session }: { readonly session: SessionView }) {
  const server = useServer(session.serverId);
  const kind = useKind(server?.kindId);
  const detail = useSessionDetail(session);
  const scroll = useScrollStop<HTMLDivElement>();
  useTakenFocus();
  const isWithoutRefreshToken = session.state === 'cannot-refresh' && session.refreshToken === null;

  return (
    <aside
      className={styles.pane}
      aria-label={words.announcements.session(
        session.name,
        server?.name ?? words.announcements.unknownServer,
      )}
    >
      <div className={styles.tools}>
        <IconButton
          label={words.order.favouriteTip}
          keys="F"
          className={styles.star}
          aria-pressed={session.favourite}
          onClick={() => toggleFavourite([session.profileId])}
        >
          <Star aria-hidden="true" />
        </IconButton>
        <SessionMenuButton profileId={session.profileId} name={session.name} />
        <IconButton label={said.close} keys="Esc" onClick={() => openPane(null)}>
          <X />
        </IconButton>
      </div>
      <PaneHead session={session} server={server} />
      <ProofLine session={session} />
      <PaneActions session={session} kind={kind} />
      <div className={styles.scroll} ref={scroll}>
        <PaneNotices session={session} server={server} kind={kind} />
        {detail !== null && (
          <>
            <TokensSection session={session} detail={detail} />
            <ScopeSection detail={detail} />
            <ClaimsSection session={session} detail={detail} />
            {session.identity !== null && <IdentitySection identity={session.identity} />}
            {kind && server?.canCheck && session.access !== null && (
              <CheckSection session={session} kind={kind} check={detail.check} />
            )}
            {server && session.access !== null && <TryItSection session={session} server={server} />}
            <TimelineSection session={session} detail={detail} />
          </>
        )}
        {isWithoutRefreshToken && <p className={styles.note}>{kind?.notes.noRefreshToken}</p>}
        {kind?.notes.end !== undefined && session.state !== 'signed-out' && (
          <p className={styles.note}>{kind.notes.end}</p>
        )}
      </div>
    </aside>
  );
}
