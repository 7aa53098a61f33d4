import type { Problem } from '../contract/problem.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Server } from '../servers/server.ts';
import { createInTurn } from './in-turn.ts';
import { emptyIndex, INDEX_ID, type Index, withFurtherOrigins, writeIndex } from './index-record.ts';
import { openRecords } from './open-records.ts';
import type { SavingTrouble } from './outlook.ts';
import type { ProfileRecord } from './profile-record.ts';
import type { RecordStore } from './record-store.ts';
import { retryAt } from './refresh-time.ts';
import { newSession, type Session } from './session.ts';

/** What to do with a change that cannot be saved: `keep` it in memory and save it later, or `refuse` it. */
export type WhenUnsaved = 'keep' | 'refuse';

export interface NewProfile {
  readonly id: string;
  readonly record: ProfileRecord;
  readonly name: () => string;
}

/** All servers and sessions in memory, each change saved before it shows. */
export interface Ledger {
  isOpen(): boolean;
  open(): Promise<void>;
  close(): void;
  index(): Index;
  sessions(): IterableIterator<Session>;
  /** Throws a `Failure` with `unknown-server`. */
  server(id: string): Server;
  /** Throws a `Failure` with `unknown-profile`. */
  session(id: string): Session;
  updateIndex(change: (index: Index) => Index, whenUnsaved: WhenUnsaved): Promise<void>;
  /** `change` is given the newest record. Throws a `Failure` when the change is refused, or the profile deleted meanwhile. */
  update(
    session: Session,
    change: (record: ProfileRecord) => ProfileRecord,
    whenUnsaved: WhenUnsaved,
  ): Promise<void>;
  /** Throws a `Failure` with `unknown-server`, and leaves nothing, when the record's server is not there any more. */
  add(id: string, record: ProfileRecord, name: () => string, whenUnsaved: WhenUnsaved): Promise<Session>;
  /** Adds servers, profiles and kinds with one change of the index. Throws, and leaves nothing, when one of them cannot be saved. */
  addAll(
    servers: readonly Server[],
    profiles: readonly NewProfile[],
    kinds?: readonly ServerKind[],
  ): Promise<void>;
  /** Deletes profiles, and the server that is named. */
  remove(profileIds: readonly string[], serverId?: string): Promise<void>;
  /** Set while the store cannot save. */
  trouble(): SavingTrouble | null;
  /** True while something is in memory alone. */
  hasUnsaved(): boolean;
  retrySaving(): Promise<void>;
  changed(session?: Session): void;
}

export function createLedger(parts: {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onChange: () => void;
}): Ledger {
  const { store, clock, random } = parts;
  const inTurn = createInTurn();
  let index = emptyIndex;
  let isOpen = false;
  let generation = 0;
  let sessions = new Map<string, Session>();
  let trouble: (SavingTrouble & { readonly failures: number }) | null = null;
  let isIndexUnsaved = false;
  const unsaved = new Set<Session>();

  function changed(session?: Session): void {
    if (session) session.revision += 1;
    parts.onChange();
  }

  function hasUnsaved(): boolean {
    return unsaved.size > 0 || isIndexUnsaved;
  }

  function noteSaved(): void {
    // The store works again, so what waits need not wait for its turn.
    trouble = trouble && hasUnsaved() ? { ...trouble, nextTryAt: clock.now() } : null;
  }

  function noteTrouble(): Problem {
    const failures = (trouble?.failures ?? 0) + 1;
    const nextTryAt = retryAt(clock.now(), failures, random());
    const problem: Problem = { code: 'vault-cannot-save', nextTryAt };
    if (isOpen) trouble = { failures, nextTryAt, problem };
    return problem;
  }

  function requireOpen(): void {
    if (!isOpen) throw new Failure('vault-locked');
  }

  async function saveIndex(changedIndex: Index, whenUnsaved: WhenUnsaved): Promise<void> {
    const next = withFurtherOrigins(changedIndex);
    try {
      await store.write(INDEX_ID, writeIndex(next));
      isIndexUnsaved = false;
      noteSaved();
    } catch (thrown) {
      const problem = noteTrouble();
      changed();
      if (whenUnsaved === 'refuse') throw savingFailure(thrown, problem);
      isIndexUnsaved = true;
    }
    index = next;
    changed();
  }

  async function updateIndex(change: (index: Index) => Index, whenUnsaved: WhenUnsaved): Promise<void> {
    requireOpen();
    await inTurn(INDEX_ID, () => saveIndex(change(index), whenUnsaved));
  }

  async function save(session: Session, record: ProfileRecord, whenUnsaved: WhenUnsaved): Promise<void> {
    try {
      await store.write(session.id, { ...record, exchanges: session.exchanges });
      unsaved.delete(session);
      session.isUnsaved = false;
      noteSaved();
    } catch (thrown) {
      const problem = noteTrouble();
      changed(session);
      if (whenUnsaved === 'refuse') throw savingFailure(thrown, problem);
      // Last in line, so that a record which can never be saved holds up no other.
      unsaved.delete(session);
      if (sessions.get(session.id) === session) unsaved.add(session);
      session.isUnsaved = true;
    }
    session.record = record;
    session.isDamaged = false;
    changed(session);
  }

  function update(
    session: Session,
    change: (record: ProfileRecord) => ProfileRecord,
    whenUnsaved: WhenUnsaved,
  ): Promise<void> {
    return inTurn(session.id, async () => {
      if (session.gone.signal.aborted) throw new Failure('cancelled');
      const next = change(session.record);
      if (session.isDamaged && next.grant === null) throw new Failure('record-damaged');
      await save(session, next, whenUnsaved);
    });
  }

  async function addAll(
    servers: readonly Server[],
    profiles: readonly NewProfile[],
    kinds: readonly ServerKind[],
    whenUnsaved: WhenUnsaved,
  ): Promise<readonly Session[]> {
    requireOpen();
    requireServers([...index.servers, ...servers], profiles);
    const added = profiles.map(({ id, record }) => newSession(id, record, random()));
    try {
      for (const session of added) {
        sessions.set(session.id, session);
        await update(session, (record) => record, whenUnsaved);
      }
      await updateIndex((before) => {
        // Its server may have been deleted while it answered, and nothing would ever show or delete the record.
        requireServers([...before.servers, ...servers], profiles);
        const entries = profiles.map(({ id, record, name }) => ({
          id,
          serverId: record.serverId,
          name: name(),
        }));
        const ids = new Set(profiles.map(({ id }) => id));
        return {
          ...before,
          servers: [...before.servers, ...servers],
          profiles: [...before.profiles, ...entries],
          kinds: [...before.kinds, ...kinds],
          removing: before.removing.filter((id) => !ids.has(id)),
        };
      }, whenUnsaved);
    } catch (thrown) {
      for (const session of added) {
        sessions.delete(session.id);
        unsaved.delete(session);
        await store.remove(session.id).catch(() => {});
      }
      throw thrown;
    }
    return added;
  }

  return {
    isOpen: () => isOpen,
    async open() {
      const before = generation;
      const opened = await openRecords(store, random);
      // Closed again while the disk was being read.
      if (before !== generation) return;
      index = opened.index;
      sessions = new Map(opened.sessions);
      isOpen = true;
      changed();
      if (index.removing.length > 0) await finishRemoving(index.removing);
    },
    close() {
      generation += 1;
      index = emptyIndex;
      sessions = new Map();
      unsaved.clear();
      isIndexUnsaved = false;
      trouble = null;
      isOpen = false;
      changed();
    },
    index: () => index,
    sessions: () => sessions.values(),
    server(id) {
      const server = index.servers.find((one) => one.id === id);
      if (!server) throw new Failure('unknown-server');
      return server;
    },
    session(id) {
      const session = sessions.get(id);
      if (!session) throw new Failure('unknown-profile');
      return session;
    },
    updateIndex,
    update,
    async add(id, record, name, whenUnsaved) {
      const [session] = await addAll([], [{ id, record, name }], [], whenUnsaved);
      if (!session) throw new Failure('unknown-profile');
      return session;
    },
    addAll: async (servers, profiles, kinds = []) => void (await addAll(servers, profiles, kinds, 'refuse')),
    async remove(profileIds, serverId) {
      let ids = profileIds;
      await updateIndex((before) => {
        // A login may have added one since the profiles were looked up.
        const isGone = (entry: Index['profiles'][number]): boolean =>
          entry.serverId === serverId || profileIds.includes(entry.id);
        ids = before.profiles.filter(isGone).map(({ id }) => id);
        return {
          ...before,
          servers: before.servers.filter(({ id }) => id !== serverId),
          profiles: before.profiles.filter((entry) => !isGone(entry)),
          removing: [...before.removing, ...ids],
        };
      }, 'refuse');
      for (const id of ids) {
        const session = sessions.get(id);
        session?.gone.abort();
        if (session) unsaved.delete(session);
        sessions.delete(id);
      }
      changed();
      await finishRemoving(ids);
    },
    trouble: () => trouble,
    hasUnsaved,
    async retrySaving() {
      if (isIndexUnsaved || unsaved.size === 0) {
        await inTurn(INDEX_ID, () => saveIndex(index, isIndexUnsaved ? 'keep' : 'refuse')).catch(() => {});
      }
      if (index.removing.length > 0) await finishRemoving(index.removing);
      for (const session of [...unsaved]) {
        await update(session, (record) => record, 'keep').catch(() => {});
        if (unsaved.has(session)) return;
      }
    },
    changed,
  };

  /** Names stay in `removing` until their records are gone, so that a crash between the two deletes leaves no secret behind. */
  async function finishRemoving(ids: readonly string[]): Promise<void> {
    const removed: string[] = [];
    for (const id of ids) {
      await inTurn(id, () => store.remove(id)).then(
        () => removed.push(id),
        () => noteTrouble(),
      );
    }
    const isLeft = (id: string): boolean => !removed.includes(id);
    await updateIndex((before) => ({ ...before, removing: before.removing.filter(isLeft) }), 'keep');
  }
}

function requireServers(servers: readonly Server[], profiles: readonly NewProfile[]): void {
  const isKnown = ({ record }: NewProfile): boolean => servers.some(({ id }) => id === record.serverId);
  if (!profiles.every(isKnown)) throw new Failure('unknown-server');
}

function savingFailure(thrown: unknown, problem: Problem): Failure {
  return thrown instanceof Failure ? thrown : new Failure(problem.code, { ...problem });
}
