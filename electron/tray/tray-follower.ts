import type { Snapshot } from '../contract/snapshot.ts';
import type { Clock, Tray } from '../ports.ts';
import type { TrayAction } from './tray-action.ts';
import { nextMinuteAt, trayView } from './tray-view.ts';

/** Changes that come together are drawn together: on Linux every menu goes over the message bus. */
const SETTLE_MS = 250;

/** Keeps the tray's icon, words and menu with what there is; costs nothing where there is no tray. */
export interface TrayFollower {
  /** Looks for a tray, and says whether Lanyard is in it now. */
  place(): Promise<boolean>;
  /** Draws anew soon: after every change, sleep, and change of the clock. */
  touch(): void;
}

export function createTrayFollower(parts: {
  readonly tray: Tray<TrayAction>;
  readonly clock: Clock;
  readonly snapshot: () => Snapshot;
}): TrayFollower {
  const { tray, clock, snapshot } = parts;
  let isPlaced = false;
  let isPending = false;
  let shown = '';
  let cancel = (): void => {};

  function draw(): void {
    isPending = false;
    cancel();
    if (!isPlaced) return;
    const now = clock.now();
    const current = snapshot();
    const view = trayView(current, now);
    const content = JSON.stringify(view);
    if (content !== shown) tray.show(view);
    shown = content;
    const nextAt = nextMinuteAt(current, now);
    cancel = nextAt === null ? () => {} : clock.after(nextAt - now, draw);
  }

  return {
    async place() {
      const wasPlaced = isPlaced;
      isPlaced = await tray.place();
      if (isPlaced !== wasPlaced) {
        shown = '';
        draw();
      }
      return isPlaced;
    },
    touch() {
      if (!isPlaced || isPending) return;
      isPending = true;
      cancel();
      cancel = clock.after(SETTLE_MS, draw);
    },
  };
}
