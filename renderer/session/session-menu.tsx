import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { useEffect } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { isComparable } from '../compare/comparable.ts';
import { attempt } from '../state/attempt.ts';
import { openDialog } from '../state/overlay.ts';
import { toggleFavourite } from '../state/own-order.ts';
import { keepAlive, keepLabel, signIn } from '../state/session-actions.ts';
import { keysOf } from '../state/shortcuts.ts';
import { signOut } from '../state/sign-out.ts';
import { useKind, useServer, useSession } from '../state/snapshot.ts';
import { createStore, useStore } from '../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuGroup, MenuItem, MenuPopup, MenuSeparator } from '../ui/menu.tsx';
import { words } from '../words/words.ts';
import { FewCopyItems } from './copy-items.tsx';

const said = words.session;

const handle = Menu.createHandle<string>();

/** Whose menu is open. */
const openFor = createStore<string | null>(null);

/** True while the menu of a session is open, whose row stays as it is under the pointer. */
export function useIsMenuOpen(profileId: string): boolean {
  return useStore(openFor, (value) => value === profileId);
}

/** Opens the menu of a session. One menu serves all of them, so that a long wall stays cheap. */
export function SessionMenuButton({
  profileId,
  name,
  tabIndex,
  className,
}: {
  readonly profileId: string;
  readonly name: string;
  readonly tabIndex?: number;
  readonly className?: string | undefined;
}) {
  return (
    <Menu.Trigger
      handle={handle}
      payload={profileId}
      render={
        <IconButton label={said.moreFor(name)} tip={said.more} tabIndex={tabIndex} className={className}>
          <Ellipsis />
        </IconButton>
      }
    />
  );
}

/** The one menu; belongs once into the window. */
export function SessionMenuLayer() {
  return (
    <Menu.Root handle={handle} modal={false}>
      {({ payload }) => payload !== undefined && <SessionMenu profileId={payload} />}
    </Menu.Root>
  );
}

/** Where Lanyard can sign in again by itself, the other way is told from that. */
function signInWords({ state, keptBy }: SessionView, out: boolean): string {
  if (out || state === 'needs-sign-in') return said.signInItem;
  return keptBy === 'login-again' ? said.signInByHandItem : said.signInAgainItem;
}

function SessionMenu({ profileId }: { readonly profileId: string }) {
  const session = useSession(profileId);
  const server = useServer(session?.serverId);
  const kind = useKind(server?.kindId);
  if (session === undefined) return null;

  const { state, name } = session;
  const out = state === 'signed-out' || state === 'signing-in';
  return (
    <MenuPopup label={said.moreFor(name)}>
      <WhileOpen profileId={profileId} />
      {(session.access !== null || session.refreshToken !== null) && (
        <>
          <MenuGroup label={said.copy}>
            <FewCopyItems session={session} />
          </MenuGroup>
          <MenuSeparator />
        </>
      )}
      {!out && session.keptBy !== 'nothing' && (
        <MenuItem keys={keysOf('refresh')} onChoose={() => keepAlive(session)}>
          {keepLabel(session)}
        </MenuItem>
      )}
      <MenuItem onChoose={() => signIn(session)}>{signInWords(session, out)}</MenuItem>
      <MenuSeparator />
      <MenuItem keys={keysOf('rename')} onChoose={() => openDialog({ kind: 'rename', profileId })}>
        {said.rename}
      </MenuItem>
      <MenuItem onChoose={() => attempt(() => ask('profile.duplicate', { profileId }))}>
        {said.duplicate}
      </MenuItem>
      <MenuItem onChoose={() => openDialog({ kind: 'tags', profileIds: [profileId] })}>
        {words.order.tags}
      </MenuItem>
      <MenuItem keys="F" onChoose={() => toggleFavourite([profileId])}>
        {session.favourite ? words.order.noFavourite : words.order.makeFavourite}
      </MenuItem>
      <MenuItem onChoose={() => openDialog({ kind: 'profile-settings', profileId })}>
        {said.profileSettings}
      </MenuItem>
      {isComparable(session) && (
        <>
          <MenuSeparator />
          <MenuItem onChoose={() => openDialog({ kind: 'compare', profileId })}>
            {words.compare.with}
          </MenuItem>
        </>
      )}
      {session.replacedBy !== undefined && (
        <MenuItem onChoose={() => openDialog({ kind: 'compare-before', profileId })}>
          {words.compare.withBefore[session.replacedBy]}
        </MenuItem>
      )}
      <MenuSeparator />
      {!out && <MenuItem onChoose={() => void signOut(session, kind?.notes.end)}>{said.signOut}</MenuItem>}
      <MenuItem
        danger
        keys={keysOf('remove')}
        onChoose={() => openDialog({ kind: 'confirm-remove-profile', profileId })}
      >
        {said.delete}
      </MenuItem>
    </MenuPopup>
  );
}

/** Stands in the open menu alone. */
function WhileOpen({ profileId }: { readonly profileId: string }) {
  useEffect(() => {
    openFor.set(profileId);
    return () => openFor.set(null);
  }, [profileId]);
  return null;
}
