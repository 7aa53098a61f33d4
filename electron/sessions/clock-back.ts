import type { Life } from '../contract/session.ts';
import type { ProfileRecord, Retry } from './profile-record.ts';

/** Moves every planned instant with a clock that was set back, for spans counted from receipt do not change with it. */
export function afterClockBack(record: ProfileRecord, byMs: number): ProfileRecord {
  const { grant } = record;
  if (!grant) return record;
  const refreshLife = grant.refreshLife && moved(grant.refreshLife, byMs);
  return {
    ...record,
    grant: { ...grant, access: moved(grant.access, byMs), refreshLife },
    retry: retryAfterClockBack(record.retry, byMs),
  };
}

export function retryAfterClockBack(retry: Retry | null, byMs: number): Retry | null {
  return retry && { ...retry, nextTryAt: retry.nextTryAt - byMs };
}

function moved(life: Life, byMs: number): Life {
  const expiresAt = life.expiresAt === null ? null : life.expiresAt - byMs;
  return { ...life, expiresAt, receivedAt: life.receivedAt - byMs };
}
