import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { copyAs, copyHeaders } from '../state/copying.ts';
import { openDialog } from '../state/overlay.ts';
import { refreshMany } from '../state/refresh-many.ts';
import { selectedInOrder } from '../state/selection.ts';
import { keepAlive } from '../state/session-actions.ts';
import { keysOf } from '../state/shortcuts.ts';
import { currentSnapshot, sessionsById } from '../state/snapshot.ts';
import { currentWallView } from '../state/wall-view.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';

/** What the keys of a session do: with all that are selected, else with the one that has the focus or is open. False where there is none. */
export const sessionKeys = {
  copyHeader: () => !isTextSelected() && (withSeveral(copyHeaders) || copyOne('header')),
  copyLast: () =>
    !isTextSelected() && (withSeveral(sayOneByOne) || copyOne(currentSnapshot().settings.copyFormat)),
  refresh: () => withSelected((ids) => void refreshMany(sessionsOf(ids))) || withSession(keepAlive),
  rename: () => withSession(({ profileId }) => openDialog({ kind: 'rename', profileId })),
  remove: () =>
    withSelected((profileIds) => openDialog({ kind: 'confirm-remove-many', profileIds })) ||
    withSession(({ profileId }) => openDialog({ kind: 'confirm-remove-profile', profileId })),
} as const;

function withSelected(act: (profileIds: readonly string[]) => void): boolean {
  const profileIds = selected();
  if (profileIds.length === 0) return false;
  act(profileIds);
  return true;
}

function withSeveral(act: (profileIds: readonly string[]) => void): boolean {
  return selected().length > 1 && withSelected(act);
}

/** What is selected counts everywhere but in the pane, which shows one session. */
function selected(): readonly string[] {
  return document.activeElement?.closest('aside') == null ? selectedInOrder() : [];
}

function withSession(act: (session: SessionView) => void): boolean {
  const profileId = focusedProfile() ?? currentWallView().profileId;
  const session = currentSnapshot().sessions.find((each) => each.profileId === profileId);
  if (session === undefined) return false;
  act(session);
  return true;
}

/** Without a token it says so, since another one may lie on the clipboard. */
function copyOne(format: CopyFormat): boolean {
  const act = ({ profileId, name, access }: SessionView): void => {
    if (access !== null) copyAs(profileId, format);
    else showToast('danger', words.copying.nothingToCopy(name), words.copying.signInForOne);
  };
  const [only] = sessionsOf(selected());
  if (only === undefined) return withSession(act);
  act(only);
  return true;
}

function sayOneByOne(): void {
  showToast('danger', words.copying.oneByOne, words.copying.oneByOneAdvice(keysOf('copyHeader')));
}

function sessionsOf(profileIds: readonly string[]): readonly SessionView[] {
  const known = sessionsById(currentSnapshot().sessions);
  return profileIds.flatMap((id) => known.get(id) ?? []);
}

/** A text that is selected is what a key for copying means then. */
function isTextSelected(): boolean {
  return window.getSelection()?.isCollapsed === false;
}

function focusedProfile(): string | undefined {
  const row = document.activeElement?.closest('li');
  return row?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
}
