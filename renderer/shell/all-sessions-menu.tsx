import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import { openDialog } from '../state/overlay.ts';
import { isRevocable } from '../state/revoke-all.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { words } from '../words/words.ts';

const text = words.shell;

/** What can be done with all sessions at once; nothing where there is none to do it with. */
export function AllSessionsMenu() {
  const canRevoke = useSnapshot(({ sessions }) => sessions.some(isRevocable));
  if (!canRevoke) return null;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton label={text.moreForAll} tip={text.more}>
            <Ellipsis />
          </IconButton>
        }
      />
      <MenuPopup label={text.moreForAll}>
        <MenuItem danger onChoose={() => openDialog({ kind: 'revoke-all' })}>
          {text.revokeAll}
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  );
}
