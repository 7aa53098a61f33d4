import { byId } from '../contract/by-id.ts';
import type { Clock } from '../ports.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
import type { KindLookup } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import type { Session } from './session.ts';

/**
 * The outlook of every session, found anew only when something it rests on changed or its instant has come: what one of ten thousand
 * sessions does costs the same as what one of ten does.
 */
export interface Outlooks {
  /** Undefined for a session that is gone, or whose server is. */
  of(session: Session): Outlook | undefined;
  /** Says that a session changed; without one, that any may have, as when the clock was set or the sessions are gone: none is held on to. */
  touch(session?: Session): void;
  /** When the next session acts by itself or changes with time alone. */
  firstAt(): number | null;
  /** The sessions whose instant has come, each with its outlook of now; `hasChanged` where time alone changed what shows of it. */
  due(): readonly {
    readonly session: Session;
    readonly outlook: Outlook;
    readonly hasChanged: boolean;
  }[];
}

interface Known {
  readonly session: Session;
  readonly outlook: Outlook;
  /** From when, by a clock that can be set back, and until when it holds. */
  readonly learnedAt: number;
  readonly until: number;
}

export function createOutlooks(parts: {
  readonly ledger: Pick<Ledger, 'index' | 'sessions' | 'holds' | 'trouble'>;
  readonly kinds: Pick<KindLookup, 'view'>;
  readonly clock: Pick<Clock, 'now'>;
}): Outlooks {
  const { ledger, kinds, clock } = parts;
  let known = new Map<Session, Known>();
  let queue: EventQueue<Known> = createEventQueue();
  let changed = new Set<Session>();
  let isAllChanged = true;
  /** What every outlook rests on besides its session. */
  let rested = { index: ledger.index(), trouble: ledger.trouble() };

  function forget(session: Session): void {
    changed.delete(session);
    known.delete(session);
  }

  function learn(session: Session): Known | undefined {
    forget(session);
    const server = byId(ledger.index().servers).get(session.serverId);
    if (!server || !ledger.holds(session)) return undefined;
    const learnedAt = clock.now();
    const outlook = outlookOf(session, server, kinds.view(server.kindId), ledger.trouble(), learnedAt);
    const { nextActionAt, changesAt } = outlook;
    const until = Math.min(nextActionAt ?? Number.POSITIVE_INFINITY, changesAt ?? Number.POSITIVE_INFINITY);
    const one = { session, outlook, learnedAt, until };
    known.set(session, one);
    if (until < Number.POSITIVE_INFINITY) queue.add(until, one);
    return one;
  }

  function forgetAll(): void {
    isAllChanged = true;
    known = new Map();
    queue = createEventQueue();
    changed = new Set();
  }

  function forgetWhatChanged(): void {
    const { servers, kinds: own } = rested.index;
    const [index, trouble] = [ledger.index(), ledger.trouble()];
    const isSame = index.servers === servers && index.kinds === own && trouble === rested.trouble;
    if (isSame && !isAllChanged) return;
    rested = { index, trouble };
    forgetAll();
    isAllChanged = false;
    changed = new Set(ledger.sessions());
  }

  function learnWhatChanged(): void {
    forgetWhatChanged();
    for (const session of changed) {
      // `outlookOf` plans nothing for it until that is over, and it changes several times meanwhile: learned by whoever asks for it.
      if (session.busy?.kind === 'renewal') forget(session);
      else learn(session);
    }
  }

  /** The earliest that still holds; what a later look replaced is dropped on the way. */
  function first(): Known | undefined {
    for (let next = queue.first(); next; next = queue.first()) {
      if (known.get(next.item.session) === next.item) return next.item;
      queue.take();
    }
    return undefined;
  }

  return {
    of(session) {
      forgetWhatChanged();
      const before = changed.has(session) ? undefined : known.get(session);
      const now = clock.now();
      const isHeld = before !== undefined && before.learnedAt <= now && now < before.until;
      return isHeld ? before.outlook : learn(session)?.outlook;
    },
    touch(session) {
      if (!session) forgetAll();
      else if (!isAllChanged) changed.add(session);
    },
    firstAt() {
      learnWhatChanged();
      return first()?.until ?? null;
    },
    due() {
      learnWhatChanged();
      const now = clock.now();
      const due: Known[] = [];
      for (let next = first(); next && next.until <= now; next = first()) {
        queue.take();
        due.push(next);
      }
      return due.flatMap(({ session, outlook: before }) => {
        const outlook = learn(session)?.outlook;
        return outlook ? [{ session, outlook, hasChanged: !showsTheSame(before, outlook) }] : [];
      });
    },
  };
}

function showsTheSame(before: Outlook, after: Outlook): boolean {
  return (
    before.state === after.state &&
    before.keptBy === after.keptBy &&
    before.nextActionAt === after.nextActionAt
  );
}
