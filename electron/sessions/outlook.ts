import type { Problem } from '../contract/problem.ts';
import type { KindView } from '../contract/server.ts';
import type { Life, SessionState, SessionView } from '../contract/session.ts';
import type { Grant, Server } from '../servers/server.ts';
import { canRepeat, settingsOf } from './form-values.ts';
import type { KnownKind } from './kind-lookup.ts';
import type { ProfileRecord } from './profile-record.ts';
import { latestRetryAt, refreshAt, wasReceivedInFuture } from './refresh-time.ts';
import { isBoundTo } from './server-binding.ts';
import type { Session } from './session.ts';
import { sendableAt } from './unanswered-refresh.ts';

/** How a session stands at one instant, and what comes next. */
export interface Outlook {
  readonly state: SessionState;
  readonly keptBy: SessionView['keptBy'];
  /** When Lanyard acts by itself. */
  readonly nextActionAt: number | null;
  /** When time alone changes the state. */
  readonly changesAt: number | null;
  readonly problem: Problem | null;
  readonly sinceAt: number | null;
}

/** While saving fails, a rotated refresh token could be lost, so none is sent until saving works again. */
export interface SavingTrouble {
  readonly problem: Problem;
  readonly nextTryAt: number;
}

/** A 401 for a token this young can mean that the server reused one it had ended in the same second; a new one differs after that. */
const AFTER_REFUSED_TOKEN_MS = 1000;

/** Lifetimes that the server itself stated; with any other, a refresh token past its end is worth a try. */
const STATED_SOURCES: readonly string[] = ['exi', 'exp-iat', 'expires_in', 'exp', 'expires_at'];

export function outlookOf(
  session: Session,
  server: Server,
  kind: KnownKind | undefined,
  trouble: SavingTrouble | null,
  now: number,
): Outlook {
  const { record } = session;
  const { grant, refusal } = record;
  const idle = { keptBy: 'nothing', nextActionAt: null, changesAt: null, sinceAt: null } as const;
  const keptBy = kind && grant ? keptByOf(record, kind, server, now) : 'nothing';

  if (session.busy?.kind === 'login') return { ...idle, keptBy, state: 'signing-in', problem: null };
  if (session.busy?.kind === 'renewal') return { ...idle, keptBy, state: 'refreshing', problem: null };
  if (session.isDamaged) return { ...idle, state: 'signed-out', problem: { code: 'record-damaged' } };
  if (!grant) {
    return { ...idle, state: 'signed-out', problem: refusal?.problem ?? null, sinceAt: record.signedOutAt };
  }
  if (!isBoundTo(record.binding, server)) {
    return { ...idle, state: 'signed-out', problem: { code: 'server-changed' } };
  }

  const { expiresAt } = grant.access;
  const isOver = expiresAt !== null && expiresAt <= now;
  const changesAt = earlier(coming(expiresAt, now), coming(grant.refreshLife?.expiresAt ?? null, now));
  if (keptBy === 'nothing') {
    const isLost = isOver || refusal !== null;
    const unanswered = record.refreshSentAt === null ? null : ({ code: 'refresh-lost' } as const);
    return {
      ...idle,
      state: isLost ? 'needs-sign-in' : 'cannot-refresh',
      changesAt,
      problem: refusal?.problem ?? unanswered,
      sinceAt: refusal?.at ?? (isOver ? expiresAt : null),
    };
  }

  const waiting = session.retry && session.retry.nextTryAt <= latestRetryAt(now) ? session.retry : null;
  const resendAt =
    kind && keptBy === 'refresh-token' && record.refreshSentAt !== null
      ? refreshTokenAt(record, kind, now)
      : null;
  const ownAt = session.retry
    ? (waiting?.nextTryAt ?? now)
    : (resendAt ?? plannedAt(session, grant, kind, server, now));
  const earliestAt = resendAt === null || ownAt === null ? ownAt : Math.max(ownAt, resendAt);
  // While it is being signed out there is nothing to keep; planned all the same, what is due would be planned without end.
  const nextActionAt = session.busy?.kind === 'logout' ? null : earliestAt;
  const isHeldBack =
    trouble !== null && keptBy === 'refresh-token' && nextActionAt !== null && nextActionAt <= now;
  if (isHeldBack && trouble) {
    const problem = { ...trouble.problem, nextTryAt: trouble.nextTryAt };
    return { keptBy, state: 'retrying', nextActionAt: null, changesAt, problem, sinceAt: null };
  }
  if (resendAt !== null && resendAt > now) {
    const problem = { code: 'refresh-lost', nextTryAt: resendAt } as const;
    return { keptBy, state: 'retrying', nextActionAt, changesAt, problem, sinceAt: null };
  }
  return {
    keptBy,
    state: session.retry || resendAt !== null ? 'retrying' : 'fresh',
    nextActionAt,
    changesAt,
    problem: session.retry?.problem ?? refusal?.problem ?? null,
    sinceAt: null,
  };
}

function coming(instant: number | null, now: number): number | null {
  return instant !== null && instant > now ? instant : null;
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** When the refresh token can be sent without the user; `null` for never, for it is refused, over, or not there. */
export function refreshTokenAt(record: ProfileRecord, kind: KnownKind, now: number): number | null {
  const isUsable = kind.can.refresh && hasUnrefusedRefreshToken(record) && !isRefreshTokenOver(record, now);
  return isUsable ? sendableAt(record, kind.reuse, now) : null;
}

export function hasUnrefusedRefreshToken({ grant, refusal }: ProfileRecord): boolean {
  return grant !== null && grant.refreshToken !== null && refusal?.refreshToken !== true;
}

/** True when everything is kept that this login needs; whether the server refused it is another question. */
export function hasRepeatableLogin(
  record: ProfileRecord,
  kind: KindView | undefined,
  server: Server,
): boolean {
  const login = kind?.logins.find(({ id }) => id === record.loginId);
  if (!kind || !login) return false;
  return canRepeat(login, record.fields, settingsOf(kind, server));
}

/** True once a login should take the place of a refresh, because the refresh token itself comes to its end. */
export function isLoginDue(
  record: ProfileRecord,
  kind: KnownKind,
  server: Server,
  jitter: number,
  now: number,
): boolean {
  const dueAt = loginDueAt(record, jitter);
  return dueAt !== null && dueAt <= now && hasUnrefusedLogin(record, kind, server);
}

function keptByOf(
  record: ProfileRecord,
  kind: KnownKind,
  server: Server,
  now: number,
): SessionView['keptBy'] {
  const sendAt = refreshTokenAt(record, kind, now);
  if (sendAt !== null && sendAt <= now) return 'refresh-token';
  if (hasUnrefusedLogin(record, kind, server)) return 'login-again';
  return sendAt === null ? 'nothing' : 'refresh-token';
}

function hasUnrefusedLogin(record: ProfileRecord, kind: KnownKind, server: Server): boolean {
  return record.refusal?.login !== true && hasRepeatableLogin(record, kind, server);
}

function plannedAt(
  session: Session,
  grant: Grant,
  kind: KnownKind | undefined,
  server: Server,
  now: number,
): number | null {
  const { record, jitter } = session;
  if (record.refusal?.accessToken) {
    return record.refusal.at > now ? now : record.refusal.at + AFTER_REFUSED_TOKEN_MS;
  }
  if (grant.access.expiresAt !== null && wasReceivedInFuture(grant.access, now)) return now;
  const accessDueAt = refreshAt(grant.access, jitter);
  const dueAt = kind && hasUnrefusedLogin(record, kind, server) ? loginDueAt(record, jitter) : null;
  return earlier(accessDueAt, dueAt);
}

function loginDueAt({ grant }: ProfileRecord, jitter: number): number | null {
  const life = grant?.refreshLife;
  return life && isStated(life) ? refreshAt(life, jitter) : null;
}

function isRefreshTokenOver({ grant }: ProfileRecord, now: number): boolean {
  const life = grant?.refreshLife;
  if (!life || life.expiresAt === null || !isStated(life)) return false;
  return life.expiresAt <= now;
}

function isStated({ source, guessed }: Life): boolean {
  return STATED_SOURCES.includes(source) && !guessed;
}
