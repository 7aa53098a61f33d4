import type { Settings } from '../contract/settings.ts';
import type { UpdateView } from '../contract/update.ts';
import type { Clock, Updater } from '../ports.ts';

/** Once a day is soon enough, and tells the page as little as can be. */
const LOOK_AGAIN_MS = 24 * 60 * 60 * 1000;

/** Looks for a newer Lanyard, once the user wants that, and never before. */
export interface Updates {
  view(): UpdateView;
  /** Looks now, where the user wants updates at all. */
  look(): Promise<void>;
  /** Follows the settings: at the start and after every change of them. */
  plan(): void;
}

export function createUpdates(parts: {
  readonly clock: Clock;
  readonly updater: Updater;
  readonly settings: () => Settings;
  readonly onChange: () => void;
}): Updates {
  const { clock, updater, settings } = parts;
  const obstacle = updater.obstacle();
  let seen: UpdateView | null = null;
  let cancel = (): void => {};

  function isWanted(): boolean {
    return obstacle === null && settings().lookForUpdates;
  }

  function show(view: UpdateView): void {
    seen = view;
    parts.onChange();
  }

  function isBusy(): boolean {
    return seen?.state === 'looking' || seen?.state === 'fetching' || seen?.state === 'ready';
  }

  async function look(): Promise<void> {
    if (!isWanted() || isBusy()) return;
    cancel();
    show({ state: 'looking' });
    const found = await updater.find();
    if ('fault' in found) show({ state: 'failed', lookedAt: clock.now(), why: found.fault });
    else if (found.version === null) show({ state: 'newest', lookedAt: clock.now() });
    // Whoever thought better of it while the page was asked gets nothing fetched.
    else if (isWanted()) await fetch(found.version);
    else seen = null;
    if (isWanted() && !isBusy()) cancel = clock.after(LOOK_AGAIN_MS, lookByItself);
  }

  async function fetch(version: string): Promise<void> {
    show({ state: 'fetching', version });
    const isWhole = await updater.fetch();
    if (isWhole) show({ state: 'ready', version });
    else show({ state: 'failed', lookedAt: clock.now(), why: 'broken' });
  }

  function lookByItself(): void {
    void look();
  }

  return {
    view() {
      if (obstacle !== null) return { state: 'cannot', why: obstacle };
      if (seen?.state === 'ready') return seen;
      return isWanted() ? (seen ?? { state: 'looking' }) : { state: 'off' };
    },
    look,
    plan() {
      if (isWanted()) {
        if (seen === null) lookByItself();
      } else {
        cancel();
        if (!isBusy()) seen = null;
      }
    },
  };
}
