import { type CloseToTray, createCloseToTray } from './close-to-tray.ts';
import type { Place } from './contract/place.ts';
import type { Settings } from './contract/settings.ts';
import type { Snapshot, VaultView } from './contract/snapshot.ts';
import type { CopySession } from './copy-session.ts';
import { createLeading } from './lead-when-open.ts';
import { createNotices } from './notices/create-notices.ts';
import type { Clock, Notifier, Tray } from './ports.ts';
import { requireOpen } from './require-open.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { TrayAction } from './tray/tray-action.ts';
import { createTrayDeeds } from './tray/tray-deeds.ts';
import { createTrayFollower } from './tray/tray-follower.ts';
import type { Vault } from './vault/vault.ts';
import { words } from './words/words.ts';

/** Lanyard outside of its window: in the tray, in notifications, and going on when the window is closed. */
export interface Background {
  readonly closing: CloseToTray;
  /** Looks for a tray, and says whether Lanyard is in it. */
  placeTray(): Promise<boolean>;
  /** Follows what changed. */
  follow(): void;
  /** Looks at the clock at once: after sleep. */
  wake(): void;
}

export function createBackground(parts: {
  readonly vault: Pick<Vault, 'state'>;
  readonly vaultView: () => VaultView;
  readonly keeper: Pick<Keeper, 'state' | 'refresh'>;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly createTray: (listeners: {
    readonly onChoose: (action: TrayAction) => void;
    readonly onOpen: () => void;
  }) => Tray<TrayAction>;
  readonly snapshot: () => Snapshot;
  readonly settings: () => Settings;
  readonly updateSettings: (changes: Partial<Settings>) => void;
  readonly copySession: CopySession;
  readonly lock: () => Promise<void>;
  readonly showWindow: () => void;
  readonly goTo: (place: Place) => void;
  readonly isWatched: () => boolean;
  /** True the first time it is asked in the life of this user's Lanyard. */
  readonly isFirstHide: () => boolean;
  readonly quit: () => void;
}): Background {
  const { vaultView, clock, settings, showWindow } = parts;
  const leading = createLeading({ vault: vaultView, show: showWindow, goTo: parts.goTo });
  const mayName = () => vaultView().status !== 'locked' || settings().lockedCountdowns;
  const notices = createNotices({
    clock,
    keeper: parts.keeper,
    notifier: parts.notifier,
    settings,
    mayName,
    isWatched: parts.isWatched,
    goTo: leading.goTo,
  });
  const act = createTrayDeeds({
    keeper: parts.keeper,
    clock,
    copySession: parts.copySession,
    requireOpen: () => requireOpen(parts.vault),
    lock: parts.lock,
    updateSettings: parts.updateSettings,
    mayName,
    answer: notices.answer,
    goTo: leading.goTo,
    open: showWindow,
    quit: parts.quit,
  });
  const tray = createTrayFollower({
    tray: parts.createTray({
      // The lock can come between the menu and the hand; the window says then what the menu cannot.
      onChoose: (action) => void act(action).catch(showWindow),
      onOpen: showWindow,
    }),
    clock,
    snapshot: parts.snapshot,
  });
  const closing = createCloseToTray({
    isWanted: () => settings().closeToTray,
    placeTray: tray.place,
    onHidden() {
      if (!parts.isFirstHide()) return;
      const { title, body } = words.notices.hidden;
      notices.answer({ title, body, button: words.notices.show }, { to: 'wall' });
    },
  });

  return {
    closing,
    placeTray: tray.place,
    follow() {
      leading.look();
      notices.look();
      tray.touch();
    },
    wake() {
      notices.wake();
      tray.touch();
    },
  };
}
