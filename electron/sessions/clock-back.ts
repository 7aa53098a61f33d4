import type { Life } from '../contract/session.ts';
import type { ProfileRecord } from './profile-record.ts';

/** Moves every planned instant with a clock that was set back, for spans counted from receipt do not change with it. */
export function afterClockBack(record: ProfileRecord, byMs: number): ProfileRecord {
  const { grant } = record;
  if (!grant) return record;
  const refreshLife = grant.refreshLife && moved(grant.refreshLife, byMs);
  return { ...record, grant: { ...grant, access: moved(grant.access, byMs), refreshLife } };
}

function moved(life: Life, byMs: number): Life {
  const expiresAt = life.expiresAt === null ? null : life.expiresAt - byMs;
  return { ...life, expiresAt, receivedAt: life.receivedAt - byMs };
}
