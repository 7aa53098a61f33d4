import type { Clock } from '../../electron/ports.ts';
import type { Engine } from '../../electron/servers/engine.ts';
import { kinds } from '../../electron/servers/kinds.ts';
import type { Grant } from '../../electron/servers/server.ts';
import { createKeeper } from '../../electron/sessions/create-keeper.ts';
import { createEventQueue } from '../../electron/sessions/event-queue.ts';
import { INDEX_ID, writeIndex } from '../../electron/sessions/index-record.ts';
import type { RecordStore } from '../../electron/sessions/record-store.ts';
import { refreshAt } from '../../electron/sessions/refresh-time.ts';
import { madeUpProfiles } from './made-up-profiles.ts';

const hour = 3_600_000;
/** How long a server takes to answer. */
const answerMs = 50;
/** Moves nothing, so that the instant of every refresh is known. */
const jitter = 0;

export interface DayInput {
  readonly profiles: number;
  readonly hours: number;
}

export interface Day {
  readonly refreshes: number;
  readonly late: number;
  readonly early: number;
  readonly latestMs: number;
  readonly processorMsPerRefresh: number;
  /** Sessions that were not fresh at the end. */
  readonly lost: number;
}

/** Has the keeper keep sessions alive through simulated hours, and counts when each refresh comes. */
export async function liveADay({ profiles, hours }: DayInput): Promise<Day> {
  const clock = createQuickClock(Date.UTC(2026, 0, 1));
  const due = new Map<string, number>();
  const counted = { refreshes: 0, late: 0, early: 0, latestMs: 0 };

  function note(grant: Grant): void {
    const dueAt = due.get(grant.refreshToken ?? '') ?? 0;
    const lateMs = clock.now() - dueAt;
    counted.refreshes += 1;
    counted.latestMs = Math.max(counted.latestMs, lateMs);
    if (lateMs > 1000) counted.late += 1;
    if (lateMs < 0) counted.early += 1;
  }

  const engine: Pick<Engine, 'refresh'> = {
    refresh: (context, grant) => {
      note(grant);
      const at = clock.now();
      return new Promise((resolve) => {
        clock.after(answerMs, () => {
          const next = renewed(grant, clock.now());
          due.set(next.refreshToken ?? '', dueAtOf(next));
          due.delete(grant.refreshToken ?? '');
          context.onExchange({
            at,
            purpose: 'refresh',
            outcome: 'ok',
            method: 'POST',
            path: '/auth/oauth2/token/',
            status: 200,
            elapsedMs: answerMs,
            problem: null,
          });
          resolve(next);
        });
      });
    },
  };

  const { store, grants } = storeOf(profiles, clock.now());
  for (const grant of grants) due.set(grant.refreshToken ?? '', dueAtOf(grant));
  const keeper = createKeeper({
    engine: engine as Engine,
    kinds,
    store,
    clock,
    random: () => jitter,
    newId: () => 'never-used',
  });
  await keeper.open();
  const startedAt = process.cpuUsage();
  await clock.advance(hours * hour);
  const { user, system } = process.cpuUsage(startedAt);
  const lost = keeper
    .state()
    .sessions.filter(({ state }) => state !== 'fresh' && state !== 'refreshing').length;
  return { ...counted, lost, processorMsPerRefresh: (user + system) / 1000 / Math.max(1, counted.refreshes) };
}

function dueAtOf({ access }: Grant): number {
  return refreshAt(access, jitter) ?? Number.POSITIVE_INFINITY;
}

let serial = 0;

function renewed(grant: Grant, now: number): Grant {
  serial += 1;
  const access = { ...grant.access, receivedAt: now, expiresAt: now + hour };
  return { ...grant, access, refreshToken: `refresh-token-${serial}` };
}

/** Sessions that were signed in all through the last half hour; saving costs nothing here, it has a figure of its own. */
function storeOf(
  profiles: number,
  now: number,
): { readonly store: RecordStore; readonly grants: readonly Grant[] } {
  const { index, records } = madeUpProfiles(profiles, now);
  const kept = new Map<string, unknown>([[INDEX_ID, writeIndex(index)]]);
  const grants: Grant[] = [];
  for (const [number, [id, record]] of [...records].entries()) {
    if (!record.grant) continue;
    const receivedAt = Math.round(now - (number / profiles) * (hour / 2));
    const access = { ...record.grant.access, receivedAt, expiresAt: receivedAt + hour };
    const grant = { ...record.grant, access };
    grants.push(grant);
    kept.set(id, { ...record, grant });
  }
  const store: RecordStore = {
    list: async () => [...kept.keys()],
    read: async (id) => kept.get(id) ?? null,
    isOlder: () => false,
    write: async (id, value) => void kept.set(id, value),
    remove: async (id) => void kept.delete(id),
  };
  return { store, grants };
}

interface QuickClock extends Clock {
  advance(ms: number): Promise<void>;
}

/** A clock whose time passes as fast as the work of each instant is done. */
function createQuickClock(startAt: number): QuickClock {
  const waiting = createEventQueue<{ isCancelled: boolean; readonly callback: () => void }>();
  let now = startAt;
  return {
    now: () => now,
    after(delayMs, callback) {
      const timer = { isCancelled: false, callback };
      waiting.add(now + delayMs, timer);
      return () => {
        timer.isCancelled = true;
      };
    },
    async advance(ms) {
      const untilAt = now + ms;
      for (let next = waiting.take(); next && next.at <= untilAt; next = waiting.take()) {
        if (next.item.isCancelled) continue;
        now = next.at;
        next.item.callback();
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = untilAt;
    },
  };
}
