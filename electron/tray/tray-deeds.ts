import type { CopyFormat } from '../contract/copy-formats.ts';
import type { Place } from '../contract/place.ts';
import { quietUntil } from '../contract/quiet-span.ts';
import type { Settings } from '../contract/settings.ts';
import type { CopySession } from '../copy-session.ts';
import { firstNames, nameOf } from '../notices/notice-words.ts';
import type { Clock, Notice } from '../ports.ts';
import type { Keeper } from '../sessions/keeper.ts';
import { type RefreshedAll, refreshAll } from '../sessions/refresh-all.ts';
import { words } from '../words/words.ts';
import type { TrayAction } from './tray-action.ts';

const { notices } = words;

/** Carries out what was chosen in the tray. What fails is announced, for there is no window to show it. */
export function createTrayDeeds(parts: {
  readonly keeper: Pick<Keeper, 'state' | 'refresh'>;
  readonly clock: Clock;
  readonly copySession: CopySession;
  /** Throws where the vault is locked meanwhile. */
  readonly requireOpen: () => void;
  readonly lock: () => Promise<void>;
  readonly updateSettings: (changes: Partial<Settings>) => void;
  /** True while names may be shown: the lock can fall between the choice and its end. */
  readonly mayName: () => boolean;
  readonly answer: (notice: Notice, place: Place) => void;
  readonly goTo: (place: Place) => void;
  readonly open: () => void;
  readonly quit: () => void;
}): (action: TrayAction) => Promise<void> {
  const { keeper } = parts;

  async function copy(profileId: string, format: CopyFormat): Promise<void> {
    const ending = await parts
      .copySession(profileId, format, { asksFirst: true })
      .catch(() => sayFailed(profileId, notices.notCopied));
    if (ending) sayFailed(profileId, notices.notCopied, notices.endsAtOnce);
  }

  function sayFailed(
    profileId: string,
    title: (name: string) => string,
    body: string = notices.seeWhy,
  ): void {
    const { sessions, servers } = keeper.state();
    const session = sessions.find((one) => one.profileId === profileId);
    if (!session) return;
    const mayName = parts.mayName();
    const notice = {
      title: title(mayName ? nameOf(session, servers) : notices.unnamed),
      body: mayName ? body : notices.locked,
      button: notices.show,
    };
    parts.answer(notice, { to: 'session', profileId });
  }

  function sayRefreshed({ refreshed, failed }: RefreshedAll): void {
    const { servers } = keeper.state();
    const names = failed.map((session) => nameOf(session, servers));
    const body = failed.length === 0 || parts.mayName() ? firstNames(names) : notices.locked;
    const title =
      failed.length > 0
        ? notices.notAllRefreshed(refreshed, failed.length)
        : refreshed === 0
          ? notices.nothingToRefresh
          : notices.refreshed(refreshed);
    parts.answer({ title, body, button: notices.show }, { to: 'wall' });
  }

  return async (action) => {
    switch (action.to) {
      case 'copy':
        await copy(action.profileId, action.format);
        break;
      case 'refresh':
        parts.requireOpen();
        await keeper.refresh(action.profileId).catch(() => sayFailed(action.profileId, notices.notRefreshed));
        break;
      case 'refresh-all':
        parts.requireOpen();
        sayRefreshed(await refreshAll(keeper));
        break;
      case 'lock':
        await parts.lock();
        break;
      case 'be-quiet':
        parts.updateSettings({ quietUntil: quietUntil(action.span, parts.clock.now()) });
        break;
      case 'go':
        parts.goTo(action.place);
        break;
      case 'open':
        parts.open();
        break;
      case 'quit':
        parts.quit();
    }
  };
}
