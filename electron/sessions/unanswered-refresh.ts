import type { Problem } from '../contract/problem.ts';
import type { ProfileRecord } from './profile-record.ts';
import { wasReceivedInFuture } from './refresh-time.ts';

/** How a server takes a refresh token that it has replaced by another. */
export type Reuse = 'accepted' | 'refused' | 'revokes';

/** What the record says of a refresh whose answer is not known. */
export type Journal = Pick<ProfileRecord, 'refreshSentAt' | 'refreshRepeated'>;

export const nothingSent: Journal = { refreshSentAt: null, refreshRepeated: false };

/** Notes a refresh before it is sent. Where the refresh token stays as it is, nothing can be lost and nothing is noted. */
export function withRefreshSent(record: ProfileRecord, reuse: Reuse, now: number): ProfileRecord {
  if (reuse === 'accepted') return record;
  if (record.refreshSentAt !== null) return { ...record, refreshRepeated: true };
  return { ...record, refreshSentAt: now };
}

/** True when nobody can say whether the server did what it was asked: no answer came, or a yes that cannot be read. */
export function isAnswerLost({ code, done }: Problem): boolean {
  return done === 'maybe' || code === 'internal';
}

/**
 * True when something between answered, since the server behind it did not. It may have acted, so the token counts as perhaps replaced;
 * but such an answer is mostly that of a server which is down, and a repetition that met it is no last try.
 */
export function isAnswerOfGateway({ code, done }: Problem): boolean {
  return code === 'server-failed' && done === 'maybe';
}

/**
 * When the refresh token may be sent, `null` for never. After a lost answer it may be the replaced one: it is sent once more, and where that
 * could end the access token too, not before the access token is over.
 */
export function sendableAt(record: ProfileRecord, reuse: Reuse, now: number): number | null {
  const { refreshSentAt, refreshRepeated, refusal } = record;
  if (refreshSentAt === null) return now;
  if (refreshRepeated) return null;
  const access = record.grant?.access;
  const isSpent = refusal?.accessToken === true || (access && wasReceivedInFuture(access, now));
  return reuse !== 'revokes' || isSpent ? now : (access?.expiresAt ?? null);
}

/** A record that is older than one that was saved: its refresh token may have been replaced since, as after a lost answer. */
export function perhapsReplaced(record: ProfileRecord): ProfileRecord {
  const receivedAt = record.grant?.access.receivedAt;
  return receivedAt === undefined ? record : { ...record, refreshSentAt: record.refreshSentAt ?? receivedAt };
}

/** The record as a crash left it: a repetition that nobody saw the end of was the last try. */
export function afterCrash(record: ProfileRecord): ProfileRecord {
  if (!record.refreshRepeated || record.refreshSentAt === null) return record;
  const { refusal } = record;
  const before = refusal ?? { login: false, accessToken: false };
  const problem: Problem = { code: 'refresh-lost' };
  return {
    ...record,
    ...nothingSent,
    refusal: { ...before, problem, at: record.refreshSentAt, refreshToken: true },
  };
}
