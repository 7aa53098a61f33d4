import { emptyIndex, INDEX_ID, type Index, noMarks, readIndex } from './index-record.ts';
import { profileName } from './profile-name.ts';
import { emptyRecord, type ProfileRecord, profileRecordSchema } from './profile-record.ts';
import type { RecordStore } from './record-store.ts';
import { newSession, type Session } from './session.ts';
import { afterCrash, perhapsReplaced } from './unanswered-refresh.ts';

export interface OpenedRecords {
  readonly index: Index;
  readonly sessions: ReadonlyMap<string, Session>;
}

/**
 * Reads everything from the store. A profile that cannot be read keeps its name and costs its login alone; a record that no index names,
 * left by a crash between two saves, is taken up again. Throws when the index cannot be read, or is gone while there are records, for what is
 * unknown must not be overwritten.
 */
export async function openRecords(store: RecordStore, random: () => number): Promise<OpenedRecords> {
  const written = await store.read(INDEX_ID);
  const listed = await store.list();
  const isNew = (written === null || written === undefined) && listed.length === 0;
  const index = isNew ? emptyIndex : readIndex(written);
  const named = new Set([INDEX_ID, ...index.removing, ...index.profiles.map(({ id }) => id)]);
  const strays = listed.filter((id) => !named.has(id));
  const records = new Map<string, ProfileRecord>();
  for (const id of [...index.profiles.map((profile) => profile.id), ...strays]) {
    const parsed = profileRecordSchema.safeParse(await store.read(id).catch(() => null));
    if (!parsed.success) continue;
    records.set(id, afterCrash(store.isOlder(id) ? perhapsReplaced(parsed.data) : parsed.data));
  }

  const sessions = new Map<string, Session>();
  let profiles = index.profiles;
  const servers = new Map(index.servers.map((server) => [server.id, server]));
  for (const { id, serverId } of index.profiles) {
    const server = servers.get(serverId);
    const record = records.get(id);
    if (!server) continue;
    const isRead = record?.serverId === serverId;
    sessions.set(id, newSession(id, isRead ? record : emptyRecord(server, ''), random(), !isRead));
  }
  for (const id of strays) {
    const record = records.get(id);
    if (!record || !index.servers.some((one) => one.id === record.serverId)) continue;
    sessions.set(id, newSession(id, record, random()));
    const name = profileName(record.identity?.who ?? null, record.fields, profiles, record.serverId);
    profiles = [...profiles, { id, serverId: record.serverId, name, ...noMarks }];
  }
  return { index: { ...index, profiles }, sessions };
}
