import type { Place } from '../../electron/contract/place.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { createStore, useStore } from '../state/store.ts';

const rounds = createStore(0);

/** Counts how often the picker was left: each time it begins anew. */
export function useRound(): number {
  return useStore(rounds, (count) => count);
}

/** Empties the picker for the next time. */
export function beginAnew(): void {
  rounds.set(rounds.get() + 1);
}

/** Has main hide the picker, and show a place in the main window where one is named. */
export function leavePicker(place?: Place): void {
  attempt(async () => {
    if (place === undefined) await ask('picker.close');
    else await ask('picker.goTo', place);
    beginAnew();
  });
}
