import { Menu } from '@base-ui/react/menu';
import { ChevronDown, LogIn, RefreshCw } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { KindView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { copyAs, useJustCopied } from '../state/copying.ts';
import { keepAlive, keepLabel, signIn } from '../state/session-actions.ts';
import { isAlive } from '../state/session-words.ts';
import { signOut } from '../state/sign-out.ts';
import { Button } from '../ui/button.tsx';
import { MenuPopup } from '../ui/menu.tsx';
import { words } from '../words/words.ts';
import { CopyItems } from './copy-items.tsx';
import styles from './pane-actions.module.css';

const said = words.session;

/** What can be done with a session now; what its kind or its state does not allow is not there. */
export function PaneActions({
  session,
  kind,
}: {
  readonly session: SessionView;
  readonly kind: KindView | undefined;
}) {
  const { profileId, state, keptBy } = session;
  const alive = useClock((now) => isAlive(session, now));
  const copied = useJustCopied(profileId, 'header');
  const busy = state === 'refreshing' || state === 'signing-in';
  const split = useRef<HTMLSpanElement>(null);
  const needsUser = state === 'needs-sign-in' || state === 'signed-out';
  const actions = useRef<HTMLDivElement>(null);
  const stateBefore = useRef(state);

  useLayoutEffect(() => {
    const hasEnded = state === 'signed-out' && stateBefore.current !== state;
    stateBefore.current = state;
    // The button that was pressed went with the session, and the focus with it.
    if (hasEnded && document.activeElement === document.body)
      actions.current?.querySelector('button')?.focus();
  }, [state]);

  return (
    <div className={styles.actions} ref={actions} data-actions>
      {needsUser && (
        <Button look="primary" icon={<LogIn />} onClick={() => signIn(session)}>
          {said.signIn}
        </Button>
      )}
      {alive && (
        <span className={styles.split} ref={split}>
          <Button
            look={needsUser ? 'default' : 'primary'}
            className={styles.splitMain}
            doneLabel={said.copied}
            done={copied}
            onClick={() => copyAs(profileId, 'header')}
          >
            {said.copyHeader}
          </Button>
          <Menu.Root modal={false}>
            <Menu.Trigger
              render={
                <Button
                  look={needsUser ? 'default' : 'primary'}
                  className={styles.splitMore}
                  aria-label={said.chooseCopy}
                >
                  <ChevronDown />
                </Button>
              }
            />
            <MenuPopup label={said.copyAs} align="start" anchor={split}>
              <CopyItems session={session} />
            </MenuPopup>
          </Menu.Root>
        </span>
      )}
      {state !== 'signed-out' && !(needsUser && keptBy === 'nothing') && (
        <Button
          icon={keptBy === 'refresh-token' ? <RefreshCw /> : <LogIn />}
          disabled={busy}
          onClick={() => keepAlive(session)}
        >
          {keepLabel(session)}
        </Button>
      )}
      {state !== 'signed-out' && state !== 'signing-in' && (
        <Button look="ghost" className={styles.out} onClick={() => void signOut(session, kind?.notes.end)}>
          {said.signOut}
        </Button>
      )}
    </div>
  );
}
