import { type CopyFormat, canBeDefault } from '../../electron/contract/copy-formats.ts';
import type { RequestDraft } from '../../electron/contract/request-draft.ts';
import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { attempt } from './attempt.ts';
import { openDialog } from './overlay.ts';
import { currentSnapshot } from './snapshot.ts';
import { createStore, useStore } from './store.ts';

interface JustCopied {
  readonly profileId: string;
  readonly format: CopyFormat;
}

const text = words.copying;
const justCopied = createStore<JustCopied | null>(null);

/** Long enough to be read, short enough to be out of the way of the next copy. */
export const shownMs = 1200;

/**
 * Has main put something on the clipboard, and shows for a moment that it is there. Where the token is all but over, a dialog asks first
 * whether to refresh it.
 */
export function copyAs(profileId: string, format: CopyFormat): void {
  attempt(() => copyOrAsk(profileId, format));
}

/** The same, of a request where one is given, for whoever shows by themselves what went wrong. */
export async function copyOrAsk(
  profileId: string,
  format: CopyFormat,
  request?: RequestDraft,
): Promise<void> {
  const what = { profileId, format, ...(request && { request }) };
  const ending = await ask('session.copy', what);
  if (ending) openDialog({ kind: 'copy-ending', ...what, endsAt: ending.endsAt });
  else markCopied({ profileId, format });
}

/** The same for a format that the user has picked: from now on it is that of the key. */
export function chooseCopy(profileId: string, format: CopyFormat): void {
  copyAs(profileId, format);
  if (!canBeDefault(format) || currentSnapshot().settings.copyFormat === format) return;
  attempt(() => ask('settings.update', { copyFormat: format }));
}

/** Copies what is all but over, after the user was asked. */
export async function copyEnding(
  profileId: string,
  format: CopyFormat,
  request?: RequestDraft,
): Promise<void> {
  await ask('session.copy', { profileId, format, evenIfEnding: true, ...(request && { request }) });
  markCopied({ profileId, format });
}

/** Has main put the headers of several sessions on the clipboard, and says how many there were. */
export function copyHeaders(profileIds: readonly string[]): void {
  attempt(async () => {
    const { copied, tokenless, ending } = await ask('session.copyHeaders', { profileIds: [...profileIds] });
    if (copied === 0) return showToast('danger', text.noHeaders, text.noHeadersAdvice);
    const remarks = [
      ...(tokenless > 0 ? [text.tokenless(tokenless)] : []),
      ...(ending > 0 ? [text.endingSoon(ending)] : []),
    ];
    showToast('ok', text.copiedHeaders(copied), remarks.length > 0 ? remarks.join(' ') : undefined);
  });
}

function markCopied(mark: JustCopied): void {
  justCopied.set(mark);
  setTimeout(() => {
    if (justCopied.get() === mark) justCopied.set(null);
  }, shownMs);
}

export function useJustCopied(profileId: string, format: CopyFormat): boolean {
  return useStore(justCopied, (value) => value?.profileId === profileId && value.format === format);
}
