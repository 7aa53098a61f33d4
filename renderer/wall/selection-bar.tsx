import { Menu } from '@base-ui/react/menu';
import { Ellipsis, LogOut, RefreshCw, Trash2, X } from 'lucide-react';
import { byId } from '../../electron/contract/by-id.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { attempt } from '../state/attempt.ts';
import { openDialog } from '../state/overlay.ts';
import { toggleFavourite } from '../state/own-order.ts';
import { refreshMany, useRefreshProgress } from '../state/refresh-many.ts';
import { isRevocable } from '../state/revoke-all.ts';
import { useSelection } from '../state/selection.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import styles from './bars.module.css';
import { leaveSelection } from './leave-selection.ts';

const text = words.order;

/** How many sessions are selected, and what can be done with all of them; `sessions` are those that are shown. */
export function SelectionBar({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const { ids } = useSelection();
  const servers = byId(useSnapshot((snapshot) => snapshot.servers));
  const progress = useRefreshProgress();
  const chosen = ids.size === 0 ? [] : sessions.filter(({ profileId }) => ids.has(profileId));
  if (chosen.length === 0) return null;
  const profileIds = chosen.map(({ profileId }) => profileId);
  const isProduction = chosen.some(({ serverId }) => servers.get(serverId)?.environment === 'production');
  return (
    <section className={styles.selection} aria-label={text.selection} data-selection-bar>
      <span className={styles.count}>
        <span role="status">{text.selected(chosen.length)}</span>
        {isProduction && <EnvironmentTag environment="production" />}
      </span>
      <Button icon={<RefreshCw />} disabled={progress !== null} onClick={() => void refreshMany(chosen)}>
        {progress === null ? text.refresh : text.refreshing(progress.done, progress.of)}
      </Button>
      {chosen.some(isRevocable) && (
        <Button icon={<LogOut />} onClick={() => openDialog({ kind: 'revoke-all', profileIds })}>
          {text.signOut}
        </Button>
      )}
      <Button icon={<Trash2 />} onClick={() => openDialog({ kind: 'confirm-remove-many', profileIds })}>
        {text.remove}
      </Button>
      <Menu.Root modal={false}>
        <Menu.Trigger
          render={
            <IconButton label={text.more}>
              <Ellipsis />
            </IconButton>
          }
        />
        <MenuPopup label={text.more}>
          <MenuItem onChoose={() => toggleFavourite(profileIds)}>
            {chosen.every(({ favourite }) => favourite) ? text.noFavourite : text.makeFavourite}
          </MenuItem>
          <MenuItem onChoose={() => openDialog({ kind: 'tags', profileIds })}>{text.tags}</MenuItem>
          <MenuItem onChoose={() => exportChosen(profileIds)}>{text.export}</MenuItem>
        </MenuPopup>
      </Menu.Root>
      <IconButton label={text.clearSelection} onClick={leaveSelection}>
        <X />
      </IconButton>
    </section>
  );
}

function exportChosen(profileIds: readonly string[]): void {
  attempt(async () => {
    const { saved, profiles } = await ask('share.export', { profileIds: [...profileIds] });
    if (saved) showToast('ok', text.exported(profiles));
  });
}
