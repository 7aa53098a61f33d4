import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { removeDemo } from '../state/demo.ts';
import { openDialog, showScreen } from '../state/overlay.ts';
import { isRevocable } from '../state/revoke-all.ts';
import { useKind, useServer, useSnapshot } from '../state/snapshot.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup, MenuSeparator } from '../ui/menu.tsx';
import { words } from '../words/words.ts';

const text = words.shell;

const handle = Menu.createHandle<string>();

/** Opens the menu of a server. */
export function ServerMenuButton({
  serverId,
  name,
  className,
}: {
  readonly serverId: string;
  readonly name: string;
  readonly className?: string | undefined;
}) {
  return (
    <Menu.Trigger
      handle={handle}
      payload={serverId}
      render={
        <IconButton label={text.moreFor(name)} tip={text.more} className={className}>
          <Ellipsis />
        </IconButton>
      }
    />
  );
}

/** The one menu for all servers; belongs once into the window. */
export function ServerMenuLayer() {
  return (
    <Menu.Root handle={handle} modal={false}>
      {({ payload }) => payload !== undefined && <ServerMenu serverId={payload} />}
    </Menu.Root>
  );
}

function ServerMenu({ serverId }: { readonly serverId: string }) {
  const server = useServer(serverId);
  const kind = useKind(server?.kindId);
  const canRevoke = useSnapshot(({ sessions }) =>
    sessions.some((session) => session.serverId === serverId && isRevocable(session)),
  );
  if (server === undefined) return null;
  return (
    <MenuPopup label={text.moreFor(server.name)} align="start">
      <MenuItem onChoose={() => openDialog({ kind: 'sign-in', serverId })}>{text.signInAsNew}</MenuItem>
      {kind?.can.register && (
        <MenuItem onChoose={() => openDialog({ kind: 'register', serverId })}>{text.registerUser}</MenuItem>
      )}
      <MenuItem onChoose={() => showScreen({ view: 'edit-server', serverId })}>{text.editServer}</MenuItem>
      <MenuSeparator />
      {canRevoke && (
        <MenuItem danger onChoose={() => openDialog({ kind: 'revoke-all', serverId })}>
          {text.revokeAll}
        </MenuItem>
      )}
      <MenuItem danger onChoose={() => openDialog({ kind: 'confirm-remove-server', serverId })}>
        {text.deleteServer}
      </MenuItem>
      {server.demo && (
        <MenuItem danger onChoose={removeDemo}>
          {words.demo.remove}
        </MenuItem>
      )}
    </MenuPopup>
  );
}
