import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import type { KindView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { openDialog } from '../state/overlay.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup, MenuSeparator } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';

const said = words.kindEditor;

interface OwnKindMenuProps {
  readonly kind: KindView;
  readonly className?: string | undefined;
  readonly onEdit: () => void;
}

/** What can be done with a kind that the user described. */
export function OwnKindMenu({ kind, className, onEdit }: OwnKindMenuProps) {
  async function writeFile(): Promise<void> {
    const { saved } = await ask('kind.export', { kindId: kind.id });
    if (saved) showToast('ok', said.fileWritten, said.isDescribedIn(kind.label));
  }

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton label={said.moreFor(kind.label)} tip={said.more} className={className}>
            <Ellipsis />
          </IconButton>
        }
      />
      <MenuPopup label={said.moreFor(kind.label)}>
        <MenuItem onChoose={onEdit}>{said.editItem}</MenuItem>
        <MenuItem onChoose={() => attempt(writeFile)}>{said.export}</MenuItem>
        <MenuSeparator />
        <MenuItem danger onChoose={() => openDialog({ kind: 'confirm-remove-kind', kindId: kind.id })}>
          {said.delete}
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  );
}

/** Takes in a kind from a file, and says what it was. */
export function importKind(onImported: (kindId: string) => void): void {
  attempt(async () => {
    const imported = await ask('kind.import');
    if (imported === null) return;
    showToast('ok', said.imported);
    onImported(imported.kindId);
  });
}
