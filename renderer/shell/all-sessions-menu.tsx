import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { openDialog } from '../state/overlay.ts';
import { isRevocable } from '../state/revoke-all.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';

/** What can be done with all sessions at once; nothing where there is none to do it with. */
export function AllSessionsMenu() {
  const canRevoke = useSnapshot(({ sessions }) => sessions.some(isRevocable));
  if (!canRevoke) return null;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton label="More for all sessions" tip="More">
            <Ellipsis />
          </IconButton>
        }
      />
      <MenuPopup label="More for all sessions">
        <MenuItem danger onChoose={() => openDialog({ kind: 'revoke-all' })}>
          Revoke all…
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  );
}
