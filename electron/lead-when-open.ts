import type { Place } from './contract/place.ts';
import type { VaultView } from './contract/snapshot.ts';

/** Leads the window to a place, behind a lock once it is open again. */
export interface Leading {
  goTo(place: Place): void;
  /** Says that the vault may be open now. */
  look(): void;
}

export function createLeading(parts: {
  readonly vault: () => VaultView;
  readonly show: () => void;
  readonly goTo: (place: Place) => void;
}): Leading {
  let waiting: Place | null = null;
  const isLocked = (): boolean => parts.vault().status === 'locked';

  return {
    goTo(place) {
      waiting = isLocked() ? place : null;
      if (waiting === null) parts.goTo(place);
      else parts.show();
    },
    look() {
      if (waiting === null || isLocked()) return;
      const place = waiting;
      waiting = null;
      parts.goTo(place);
    },
  };
}
