import { Copy, LogIn, RefreshCw } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { SessionMenuButton, useIsMenuOpen } from '../session/session-menu.tsx';
import { useClockReadings } from '../state/clock.ts';
import { copyAs, useJustCopied } from '../state/copying.ts';
import { moveBeside } from '../state/own-order.ts';
import { extendSelection, toggleSelected, useIsSelected } from '../state/selection.ts';
import { keepAlive, keepLabel, signIn } from '../state/session-actions.ts';
import { isAlive, isDying, isWaiting, shownState, stateWords } from '../state/session-words.ts';
import { isShortcut, shortcut } from '../state/shortcut.ts';
import { useServer, useSession, useSnapshot } from '../state/snapshot.ts';
import { togglePane, useIsOpen } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useDragBeside } from '../ui/use-drag-beside.ts';
import { words } from '../words/words.ts';
import { cutTexts } from './cut-texts.ts';
import { IdentityLine } from './identity-line.tsx';
import { whenRested } from './resting-pointer.ts';
import marks from './row-marks.module.css';
import { RowCheckbox, RowMarks } from './row-marks.tsx';
import styles from './session-row.module.css';
import { SessionState } from './session-state.tsx';
import { SessionTime } from './session-time.tsx';

const said = words.wall;

/** One session on the wall. `reachable` gives it the wall's one stop for the Tab key. */
export const SessionRow = memo(function SessionRow({
  profileId,
  ...rest
}: PlaceInList & { readonly profileId: string }) {
  const session = useSession(profileId);
  return session === undefined ? null : <Row session={session} {...rest} />;
});

interface PlaceInList {
  readonly reachable: boolean;
  /** From the top of its group. */
  readonly top: number;
  /** Counted from 1 in its group, of which not all rows are drawn. */
  readonly place: number;
  readonly of: number;
}

function Row({ session, reachable, top, place, of }: PlaceInList & { readonly session: SessionView }) {
  const { profileId, name } = session;
  const selected = useIsSelected(profileId);
  const row = useRef<HTMLLIElement>(null);
  const edge = useDragBeside(row, { sort: 'session', id: profileId, onDrop: moveBeside });
  const server = useServer(session.serverId);
  const open = useIsOpen(profileId);
  const menuOpen = useIsMenuOpen(profileId);
  // What only a pointer or the focus can reach is not made for rows that scroll by.
  const [visited, setVisited] = useState(false);
  const near = visited || reachable || open;
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const [shown, isLive, stateName, dying, waiting] = useClockReadings((now) => [
    shownState(session, now),
    isAlive(session, now),
    stateWords(session, now).name,
    isDying(session, now, warnMinutes),
    isWaiting(session, now),
  ]);
  const canCopy = isLive && session.state !== 'needs-sign-in';

  return (
    <li
      ref={row}
      className={styles.row}
      data-state={shown}
      data-open={open || undefined}
      data-menu={menuOpen || undefined}
      data-selected={selected || undefined}
      data-copies={canCopy || undefined}
      data-near={near || undefined}
      data-environment={server?.environment}
      data-edge={edge ?? undefined}
      aria-setsize={of}
      aria-posinset={place}
      style={{ top }}
      // Not when a list that is scrolled brings the row there.
      onPointerMove={() => setVisited(true)}
      onFocus={() => setVisited(true)}
    >
      <button
        type="button"
        className={styles.open}
        data-profile={profileId}
        tabIndex={reachable ? 0 : -1}
        aria-current={open || undefined}
        aria-label={said.row(name, server?.name ?? words.announcements.unknownServer, stateName)}
        aria-keyshortcuts="Space F Alt+ArrowUp Alt+ArrowDown"
        onPointerEnter={({ currentTarget }) => {
          // Asks the browser for its layout, which a row that only passes under the pointer is not worth.
          whenRested(currentTarget, () => {
            currentTarget.title = cutTexts(row.current);
          });
        }}
        onClick={(event) => {
          if (isShortcut(event.nativeEvent)) toggleSelected(profileId);
          else if (event.shiftKey) extendSelection(profileId);
          else togglePane(profileId);
        }}
      />
      <RowCheckbox session={session} selected={selected} />
      <SessionTime session={session} />
      <div className={styles.who}>
        <span className={marks.line}>
          <span className={styles.name} data-may-be-cut>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span>
              <bdi>{server?.name}</bdi>
            </span>
          </span>
          <RowMarks session={session} server={server} near={near} />
        </span>
        <IdentityLine session={session} server={server} />
      </div>
      <SessionState session={session} shown={shown} />
      <RowActions
        session={session}
        canCopy={canCopy}
        needsUser={session.state === 'needs-sign-in' || dying}
        waiting={waiting}
        reachable={reachable}
        near={near}
      />
    </li>
  );
}

function RowActions({
  session,
  canCopy,
  needsUser,
  waiting,
  reachable,
  near,
}: {
  readonly session: SessionView;
  readonly canCopy: boolean;
  readonly needsUser: boolean;
  /** The token is over, and the next one is still tried for. */
  readonly waiting: boolean;
  readonly reachable: boolean;
  readonly near: boolean;
}) {
  const { profileId, name, state } = session;
  const tabIndex = reachable ? 0 : -1;
  return (
    <div className={styles.actions}>
      {needsUser && (
        <Button
          icon={<LogIn />}
          tabIndex={tabIndex}
          aria-label={said.signInAs(name)}
          onClick={() => signIn(session)}
        >
          {said.signIn}
        </Button>
      )}
      {waiting && state !== 'refreshing' && (
        <Button
          look="ghost"
          icon={session.keptBy === 'refresh-token' ? <RefreshCw /> : <LogIn />}
          tabIndex={tabIndex}
          onClick={() => keepAlive(session)}
        >
          {keepLabel(session)}
        </Button>
      )}
      {!needsUser && !canCopy && !waiting && state !== 'signing-in' && (
        <Button
          look="ghost"
          icon={<LogIn />}
          tabIndex={tabIndex}
          aria-label={said.signInAs(name)}
          onClick={() => signIn(session)}
        >
          {said.signIn}
        </Button>
      )}
      {canCopy && (
        <>
          <IconButton
            label={said.copyHeaderOf(name)}
            tip={said.copyHeader}
            keys={shortcut('C')}
            className={`${styles.icon} ${styles.atRest}`}
            tabIndex={-1}
            onClick={() => copyAs(profileId, 'header')}
          >
            <Copy />
          </IconButton>
          {near && <HoverActions session={session} needsUser={needsUser} tabIndex={tabIndex} />}
        </>
      )}
      <SessionMenuButton profileId={profileId} name={name} tabIndex={tabIndex} className={styles.icon} />
    </div>
  );
}

/** The buttons that show under the pointer, and where the focus is. */
function HoverActions({
  session,
  needsUser,
  tabIndex,
}: {
  readonly session: SessionView;
  readonly needsUser: boolean;
  readonly tabIndex: number;
}) {
  const { profileId, state } = session;
  const headerCopied = useJustCopied(profileId, 'header');
  // The header has a button of its own.
  const last = useSnapshot(({ settings: { copyFormat } }) => (copyFormat === 'header' ? 'curl' : copyFormat));
  const lastCopied = useJustCopied(profileId, last);
  const keep = keepLabel(session);
  return (
    <>
      <Button
        look="primary"
        className={`${styles.onHover} ${styles.main}`}
        tabIndex={tabIndex}
        doneLabel={said.copied}
        done={headerCopied}
        onClick={() => copyAs(profileId, 'header')}
      >
        {said.copyHeader}
      </Button>
      {!needsUser && (
        <>
          <Button
            className={`${styles.onHover} ${styles.dropNext}`}
            tabIndex={tabIndex}
            doneLabel={said.copied}
            done={lastCopied}
            onClick={() => copyAs(profileId, last)}
          >
            {words.copying.button(last)}
          </Button>
          {state !== 'refreshing' && (
            <IconButton
              label={keep}
              className={`${styles.icon} ${styles.onHover} ${styles.dropFirst}`}
              tabIndex={tabIndex}
              onClick={() => keepAlive(session)}
            >
              {session.keptBy === 'refresh-token' ? <RefreshCw /> : <LogIn />}
            </IconButton>
          )}
        </>
      )}
    </>
  );
}
