import type { RemovalView } from '../contract/removal.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Keeper } from './keeper.ts';
import type { Ledger } from './ledger.ts';
import { holderOf } from './pasted-token.ts';
import type { Removed } from './removed.ts';

/** Long enough to notice a slip and reach for the button, short enough that deleted still means gone. */
const KEPT_MS = 10_000;

/** As many as stand on screen beside each other; whoever deletes more has moved on from the first. */
const MOST_KEPT = 3;

interface Kept {
  readonly view: RemovalView;
  readonly removed: Removed;
  readonly stop: () => void;
  back: Promise<void> | null;
}

/** Keeps what was deleted. */
export type Keep = (what: RemovalView['what'], removed: Removed, signedOut?: number) => void;

/** Keeps for a little while, in memory alone, what was deleted, and puts it back. */
export interface Undo extends Pick<Keeper, 'undoRemoval' | 'forgetRemoval' | 'forgetRemovals'> {
  /** Taken where a removal begins. What ends after everything was forgotten, as by a lock, is not kept. */
  begin(): Keep;
  views(): readonly RemovalView[];
}

export function createUndo(parts: {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly onChange: () => void;
}): Undo {
  const { ledger, clock, newId, onChange } = parts;
  let kept: readonly Kept[] = [];
  /** How often everything was forgotten. */
  let forgotten = 0;

  function drop(isDropped: (one: Kept) => boolean): void {
    const dropped = kept.filter(isDropped);
    if (dropped.length === 0) return;
    for (const { stop } of dropped) stop();
    kept = kept.filter((one) => !isDropped(one));
    onChange();
  }

  function add(view: Omit<RemovalView, 'forgottenAt'>, removed: Removed): void {
    const { removalId } = view;
    const stop = clock.after(KEPT_MS, () => drop((one) => one.view.removalId === removalId));
    const whole = { ...view, forgottenAt: clock.now() + KEPT_MS };
    kept = [...kept, { view: whole, removed, stop, back: null }];
    const tooMany = kept.slice(0, -MOST_KEPT);
    drop((one) => tooMany.includes(one));
    onChange();
  }

  async function putBack(one: Kept): Promise<void> {
    one.stop();
    try {
      await ledger.addAgain(withOwnTokens(ledger, one.removed));
    } catch (thrown) {
      // Still there to try once more, unless it was dropped meanwhile.
      const isKept = kept.includes(one);
      kept = kept.filter((other) => other !== one);
      if (isKept) add(one.view, one.removed);
      throw thrown;
    }
    drop((other) => other === one);
  }

  const keep: Keep = (what, removed, signedOut = 0) => {
    const { servers, kinds, profiles } = removed;
    const names = {
      profiles: profiles.map(({ entry }) => entry.name),
      servers: servers.map(({ name }) => name),
      kind: kinds.map(({ label }) => label),
    };
    const [name] = names[what];
    if (name === undefined) return;
    const counts = { servers: servers.length, profiles: profiles.length, signedOut };
    add({ removalId: newId(), what, name, ...counts }, removed);
  };

  return {
    begin() {
      const before = forgotten;
      return (...deleted) => {
        if (forgotten === before) keep(...deleted);
      };
    },
    views: () => kept.map(({ view }) => view),
    async undoRemoval(removalId) {
      const one = kept.find(({ view }) => view.removalId === removalId);
      if (!one) throw new Failure('too-late');
      one.back ??= putBack(one);
      await one.back;
    },
    forgetRemoval: (removalId) => drop(({ view }) => view.removalId === removalId),
    forgetRemovals() {
      forgotten += 1;
      drop(() => true);
    },
  };
}

/** A refresh token that was pasted elsewhere meanwhile is that profile's now: two would use it up for each other. */
function withOwnTokens(ledger: Ledger, removed: Removed): Removed {
  const profiles = removed.profiles.map((profile) => {
    const token = profile.record.grant?.refreshToken;
    const isTaken = token !== null && token !== undefined && holderOf(ledger, token, undefined) !== undefined;
    return isTaken ? { ...profile, record: { ...profile.record, grant: null } } : profile;
  });
  return { ...removed, profiles };
}
