import { byId } from '../contract/by-id.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Server } from '../servers/server.ts';
import { createFinishRemoving } from './finish-removing.ts';
import { createInTurn } from './in-turn.ts';
import {
  type NewProfile,
  requireServers,
  withAdded,
  withFoundations,
  withoutFoundations,
  withRemoved,
} from './index-changes.ts';
import { emptyIndex, INDEX_ID, type Index, withFurtherOrigins, writeIndex } from './index-record.ts';
import { openRecords } from './open-records.ts';
import type { SavingTrouble } from './outlook.ts';
import type { ProfileRecord } from './profile-record.ts';
import type { RecordStore } from './record-store.ts';
import { addedAgain, inOldPlaces, type Removed, removedBetween } from './removed.ts';
import { createSaving, type Saved, type WhenUnsaved } from './saving.ts';
import { newSession, type Session } from './session.ts';

const indexRecord: Saved = { id: INDEX_ID };

/** All servers and sessions in memory, each change saved before it shows. */
export interface Ledger {
  isOpen(): boolean;
  open(): Promise<void>;
  close(): void;
  index(): Index;
  sessions(): IterableIterator<Session>;
  /** False for a session that was deleted, or is of before a lock. */
  holds(session: Session): boolean;
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
  /** Puts a whole record in the place of what is there, also of what could not be read. */
  replace(session: Session, record: ProfileRecord): Promise<void>;
  /** Throws a `Failure` with `unknown-server`, and leaves nothing, when the record's server is not there any more. */
  add(profile: NewProfile, whenUnsaved: WhenUnsaved): Promise<Session>;
  /** Adds servers, profiles and kinds with one change of the index. Throws, and leaves nothing, when one of them cannot be saved. */
  addAll(
    servers: readonly Server[],
    profiles: readonly NewProfile[],
    kinds?: readonly ServerKind[],
  ): Promise<void>;
  /** Adds what was deleted, under its old ids and where it stood. Throws, and leaves nothing, when some of it cannot be saved. */
  addAgain(removed: Removed): Promise<void>;
  /** Deletes profiles, and the servers that are named with theirs; answers all that is needed to add it again. */
  remove(profileIds: readonly string[], serverIds?: readonly string[]): Promise<Removed>;
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
  /** Called with the session that changed, and without one where anything may have. */
  readonly onChange: (session?: Session) => void;
  /** Names, places and marks changed, and no session; of servers and kinds whoever rests on them finds new lists. */
  readonly onIndexChange: () => void;
  /** Hears of a session whose record, with its tokens, is about to be replaced. */
  readonly onReplace?: (session: Session, next: ProfileRecord) => void;
}): Ledger {
  const { store, random } = parts;
  const saving = createSaving({ ...parts, onTrouble: () => parts.onChange() });
  const inTurn = createInTurn();
  let index = emptyIndex;
  let isOpen = false;
  let generation = 0;
  let sessions = new Map<string, Session>();

  function changed(session?: Session): void {
    if (session) session.revision += 1;
    parts.onChange(session);
  }

  function requireOpen(): void {
    if (!isOpen) throw new Failure('vault-locked');
  }

  async function saveIndex(changedIndex: Index, whenUnsaved: WhenUnsaved): Promise<void> {
    const next = withFurtherOrigins(changedIndex);
    await saving.write(indexRecord, writeIndex(next), whenUnsaved);
    index = next;
    parts.onIndexChange();
  }

  async function updateIndex(change: (index: Index) => Index, whenUnsaved: WhenUnsaved): Promise<void> {
    requireOpen();
    await inTurn(INDEX_ID, () => saveIndex(change(index), whenUnsaved));
  }

  async function save(session: Session, record: ProfileRecord, whenUnsaved: WhenUnsaved): Promise<void> {
    const value = { ...record, exchanges: session.exchanges };
    const isSaved = await saving.write(session, value, whenUnsaved);
    // Deleted or locked meanwhile, so nobody would ever save it again.
    if (sessions.get(session.id) !== session) saving.drop(session);
    session.isUnsaved = !isSaved;
    parts.onReplace?.(session, record);
    session.record = record;
    session.isDamaged = false;
    changed(session);
  }

  /** A session of before a lock knows nothing of what was saved since the vault was opened again. */
  function requireCurrent(session: Session): void {
    const isReplaced = isOpen && sessions.get(session.id) !== session;
    if (session.gone.signal.aborted || isReplaced) throw new Failure('cancelled');
  }

  function update(
    session: Session,
    change: (record: ProfileRecord) => ProfileRecord,
    whenUnsaved: WhenUnsaved,
  ): Promise<void> {
    return inTurn(session.id, async () => {
      requireCurrent(session);
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
    arranged: (index: Index) => Index = (index) => index,
  ): Promise<readonly Session[]> {
    requireOpen();
    requireServers([...index.servers, ...servers], profiles);
    const added = profiles.map(({ id, record }) => newSession(id, record, random()));
    const foundations = { servers, kinds };
    const isFounded = servers.length + kinds.length > 0;
    // First of all: whatever ends this half-way, no record is left of a server that nothing knows.
    if (isFounded) await updateIndex((before) => withFoundations(before, foundations), whenUnsaved);
    try {
      for (const session of added) {
        sessions.set(session.id, session);
        await update(session, (record) => record, whenUnsaved);
      }
      // Looked at again: its server may have been deleted while it answered, and nothing would ever show or delete the record.
      await updateIndex((before) => arranged(withAdded(before, profiles)), whenUnsaved);
    } catch (thrown) {
      for (const session of added) {
        sessions.delete(session.id);
        saving.drop(session);
        await store.remove(session.id).catch(() => {});
      }
      if (isFounded) await updateIndex((before) => withoutFoundations(before, foundations), 'keep');
      throw thrown;
    }
    return added;
  }

  const finishRemoving = createFinishRemoving({
    store,
    saving,
    inTurn,
    updateIndex,
    isBack: (id) => sessions.has(id),
  });

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
      saving.start();
      changed();
      if (index.removing.length > 0) await finishRemoving(index.removing);
    },
    close() {
      generation += 1;
      index = emptyIndex;
      sessions = new Map();
      saving.stop();
      isOpen = false;
      changed();
    },
    index: () => index,
    sessions: () => sessions.values(),
    holds: (session) => sessions.get(session.id) === session,
    server(id) {
      const server = byId(index.servers).get(id);
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
    replace: (session, record) =>
      inTurn(session.id, async () => {
        requireCurrent(session);
        await save(session, record, 'refuse');
      }),
    async add(profile, whenUnsaved) {
      const [session] = await addAll([], [profile], [], whenUnsaved);
      if (!session) throw new Failure('unknown-profile');
      return session;
    },
    addAll: async (servers, profiles, kinds = []) => void (await addAll(servers, profiles, kinds, 'refuse')),
    addAgain: async (removed) => {
      const { servers, kinds } = removed;
      const arranged = (index: Index): Index => inOldPlaces(index, removed);
      await addAll(servers, addedAgain(removed), kinds, 'refuse', arranged);
    },
    async remove(profileIds, serverIds = []) {
      let ids = profileIds;
      let between = { before: index, after: index };
      await updateIndex((before) => {
        // A login may have added one since the profiles were looked up.
        const { index: next, removed } = withRemoved(before, profileIds, serverIds);
        ids = removed;
        between = { before, after: next };
        return next;
      }, 'refuse');
      const gone = ids.flatMap((id) => sessions.get(id) ?? []);
      for (const session of gone) {
        session.gone.abort();
        saving.drop(session);
        sessions.delete(session.id);
      }
      changed();
      await finishRemoving(ids);
      return removedBetween(between.before, between.after, gone);
    },
    trouble: saving.trouble,
    hasUnsaved: () => saving.unsaved().length > 0,
    async retrySaving() {
      const isIndexUnsaved = saving.isUnsaved(indexRecord);
      if (isIndexUnsaved || saving.unsaved().length === 0) {
        await inTurn(INDEX_ID, () => saveIndex(index, isIndexUnsaved ? 'keep' : 'refuse')).catch(() => {});
      }
      if (index.removing.length > 0) await finishRemoving(index.removing);
      for (const { id } of saving.unsaved()) {
        const session = sessions.get(id);
        if (!session) continue;
        await update(session, (record) => record, 'keep').catch(() => {});
        if (saving.isUnsaved(session)) return;
      }
    },
    changed,
  };
}
