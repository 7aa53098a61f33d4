import { z } from 'zod';
import type { ImportResult } from '../contract/import-result.ts';
import { Failure } from '../failure.ts';
import type { NewProfile } from './index-changes.ts';
import { INDEX_ID, type Index, readIndex, writeIndex } from './index-record.ts';
import type { Ledger } from './ledger.ts';
import { holderOf } from './pasted-token.ts';
import { emptyRecord, type ProfileRecord, profileRecordSchema } from './profile-record.ts';
import { otherOrigins } from './server-binding.ts';
import { nothingSent } from './unanswered-refresh.ts';

const contentSchema = z.object({
  format: z.literal(1),
  index: z.unknown(),
  records: z.array(
    z.object({
      id: z
        .string()
        .regex(/^[a-z0-9-]{1,64}$/)
        .refine((id) => id !== INDEX_ID),
      record: profileRecordSchema,
    }),
  ),
});

/** Everything there is, as JSON that must not be written anywhere unsealed. */
export type BackupContent = z.infer<typeof contentSchema>;

/** Reads what a backup held. Throws a `Failure` with `backup-unreadable`. */
export function readBackup(text: string): BackupContent {
  try {
    return contentSchema.parse(JSON.parse(text));
  } catch {
    throw new Failure('backup-unreadable');
  }
}

/** Puts all servers, names, and records together; a record that is damaged here is left out, its name is not. */
export function backupOf(ledger: Ledger): BackupContent {
  const records = [...ledger.sessions()]
    .filter(({ isDamaged }) => !isDamaged)
    .map(({ id, record, exchanges }) => ({ id, record: { ...record, exchanges } }));
  return { format: 1, index: writeIndex({ ...ledger.index(), removing: [] }), records };
}

/**
 * Takes in what a backup holds. New ids come as they are; a server or kind that is here already stays as it is here; of a profile that is
 * here already the one that changed last stays, since an older refresh token sent again makes some servers end the whole session. For the
 * same reason a profile comes without its tokens when another one here was given the same refresh token since.
 */
export async function restoreBackup(ledger: Ledger, content: BackupContent): Promise<ImportResult> {
  const incoming = incomingIndex(content);
  const records = new Map(content.records.map(({ id, record }) => [id, record]));
  const here = ledger.index();
  const servers = incoming.servers.filter(({ id }) => !here.servers.some((one) => one.id === id));
  const known = new Map([...here.servers, ...servers].map((server) => [server.id, server]));
  const sessions = new Map([...ledger.sessions()].map((session) => [session.id, session]));
  const added: NewProfile[] = [];
  let [replaced, kept] = [0, 0];

  for (const entry of incoming.profiles) {
    const server = known.get(entry.serverId);
    if (!server || entry.id === INDEX_ID) continue;
    const saved = records.get(entry.id);
    const record = withoutHeldGrant(ledger, entry.id, saved ?? emptyRecord(server, ''));
    const session = sessions.get(entry.id);
    if (!session) {
      const { id, serverId, name, tags, favourite } = entry;
      added.push({ id, record: { ...record, serverId }, name: () => name, marks: { tags, favourite } });
      continue;
    }
    const mine = { ...session.record, exchanges: session.exchanges };
    const isBetter = session.isDamaged || isNewer(record, mine);
    if (!saved || record.serverId !== session.serverId || !isBetter) {
      kept += 1;
      continue;
    }
    session.exchanges = record.exchanges;
    session.retry = record.retry;
    await ledger.replace(session, record);
    replaced += 1;
  }
  const kinds = incoming.kinds.filter(({ id }) => !here.kinds.some((one) => one.id === id));
  await ledger.addAll(servers, added, kinds);
  const origins = [...new Set(servers.flatMap(otherOrigins))];
  return { servers: servers.length, added: added.length, replaced, kept, otherOrigins: origins };
}

function withoutHeldGrant(ledger: Ledger, id: string, record: ProfileRecord): ProfileRecord {
  const token = record.grant?.refreshToken;
  const isHeld = token != null && holderOf(ledger, token, id) !== undefined;
  return isHeld ? { ...record, ...nothingSent, grant: null, refusal: null } : record;
}

function incomingIndex({ index }: BackupContent): Index {
  try {
    return readIndex(index);
  } catch {
    throw new Failure('backup-unreadable');
  }
}

/** Clocks may be set back between two grants, so how many there were says more than when. */
function isNewer(one: ProfileRecord, other: ProfileRecord): boolean {
  if (one.grants !== other.grants) return one.grants > other.grants;
  return changedAt(one) > changedAt(other);
}

/** When anything was last heard of a session. */
function changedAt({ grant, signedOutAt, refusal, exchanges }: ProfileRecord): number {
  const instants = [grant?.access.receivedAt, signedOutAt, refusal?.at, exchanges.at(-1)?.at];
  return Math.max(0, ...instants.map((instant) => instant ?? 0));
}
