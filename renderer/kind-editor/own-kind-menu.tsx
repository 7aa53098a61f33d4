import { Menu } from '@base-ui/react/menu';
import { Ellipsis } from 'lucide-react';
import type { KindView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { openDialog } from '../state/overlay.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup, MenuSeparator } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';

interface OwnKindMenuProps {
  readonly kind: KindView;
  readonly className?: string | undefined;
  readonly onEdit: () => void;
}

/** What can be done with a kind that the user described. */
export function OwnKindMenu({ kind, className, onEdit }: OwnKindMenuProps) {
  async function writeFile(): Promise<void> {
    const { saved } = await ask('kind.export', { kindId: kind.id });
    if (saved) showToast('ok', 'The file is written.', `It describes ${kind.label}, without any secret.`);
  }

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton label={`More for ${kind.label}`} tip="More" className={className}>
            <Ellipsis />
          </IconButton>
        }
      />
      <MenuPopup label={`More for ${kind.label}`}>
        <MenuItem onChoose={onEdit}>Edit…</MenuItem>
        <MenuItem onChoose={() => attempt(writeFile)}>Export…</MenuItem>
        <MenuSeparator />
        <MenuItem danger onChoose={() => openDialog({ kind: 'confirm-remove-kind', kindId: kind.id })}>
          Delete…
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
    showToast('ok', 'The kind is imported.');
    onImported(imported.kindId);
  });
}
