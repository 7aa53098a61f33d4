import type { Problem } from '../contract/problem.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { replyClass } from '../servers/reply-class.ts';
import type { Grant } from '../servers/server.ts';
import { type KindLookup, kindOf } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import { hasRepeatableLogin, hasUnrefusedRefreshToken, isLoginDue, refreshTokenAt } from './outlook.ts';
import type { Refusal } from './profile-record.ts';
import { retryAt, slowRetryAt } from './refresh-time.ts';
import { isBoundTo } from './server-binding.ts';
import type { ServerCalls } from './server-calls.ts';
import { occupy, type Session } from './session.ts';
import {
  isAnswerLost,
  isAnswerOfGateway,
  type Journal,
  nothingSent,
  sendableAt,
  withRefreshSent,
} from './unanswered-refresh.ts';

type Rung = 'refresh-token' | 'login-again';

/** Keeps sessions alive. */
export interface Renewals {
  /**
   * Climbs the ladder: refresh token, then the remembered login. Whoever asks while a renewal or login is under way joins it. `isAsked` is
   * true when the user asks, who may repeat a login that was refused before. Throws the `Failure` that ended it.
   */
  renew(session: Session, isAsked: boolean): Promise<void>;
}

export function createRenewals(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly kinds: KindLookup;
  readonly clock: Clock;
  readonly random: () => number;
}): Renewals {
  const { ledger, calls, kinds, clock, random } = parts;

  function rungsOf(session: Session, isAsked: boolean): readonly Rung[] {
    const { record } = session;
    const server = ledger.server(session.serverId);
    if (session.isDamaged) throw new Failure('record-damaged');
    if (!isBoundTo(record.binding, server)) throw new Failure('server-changed');
    const kind = kindOf(kinds, server.kindId);
    const canLogin = hasRepeatableLogin(record, kind, server) && (isAsked || record.refusal?.login !== true);
    const now = clock.now();
    const sendAt = refreshTokenAt(record, kind, now);
    const isSendable = (sendableAt(record, kind.reuse, now) ?? Number.POSITIVE_INFINITY) <= now;
    // The clock may be wrong about a refresh token being over, and with nothing else left to try that costs nothing.
    const isLastHope = isAsked && !canLogin && kind.can.refresh && hasUnrefusedRefreshToken(record);
    const rungs: Rung[] = [];
    if (isSendable && (sendAt !== null || isLastHope)) rungs.push('refresh-token');
    if (canLogin) rungs.push('login-again');
    if (isLoginDue(record, kind, server, session.jitter, now)) rungs.reverse();
    if (rungs.length > 0) return rungs;
    if (record.refreshSentAt === null) throw new Failure('nothing-to-refresh-with');
    throw new Failure('refresh-lost', sendAt === null ? {} : { nextTryAt: sendAt });
  }

  async function tryRung(session: Session, rung: Rung, isAsked: boolean): Promise<Grant> {
    const options = { isUrgent: isAsked };
    if (rung === 'login-again') {
      const { loginId } = session.record;
      return calls.forSession(session, (engine, context) => engine.login(context, loginId), options);
    }
    return calls.forSession(
      session,
      async (engine, context) => {
        const { grant, refreshSentAt, refreshRepeated } = session.record;
        if (!grant?.refreshToken) throw new Failure('nothing-to-refresh-with');
        const { reuse } = kindOf(kinds, context.server.kindId);
        // Saved first: a store that cannot keep this could not keep a rotated token either, and a crash leaves a trace.
        await ledger.update(session, (record) => withRefreshSent(record, reuse, clock.now()), 'refuse');
        try {
          return await engine.refresh(context, grant);
        } catch (thrown) {
          throw await settled(session, { refreshSentAt, refreshRepeated }, thrown);
        }
      },
      options,
    );
  }

  /** Takes back what was noted before a refresh that surely changed nothing; answers the failure with what it means by now. */
  async function settled(session: Session, before: Journal, thrown: unknown): Promise<unknown> {
    const problem = toProblem(thrown);
    const { code, ...details } = problem;
    if (session.record.refreshSentAt === null) return thrown;
    const isRepetition = before.refreshSentAt !== null;
    // Only where one more could end nothing is a repetition sent at all, so the next one can wait for the server to come back.
    const isFruitless = isRepetition && isAnswerOfGateway(problem);
    const isLost = isAnswerLost(problem) && !isFruitless;
    if (isRepetition && (isLost || code === 'grant-refused')) return new Failure('refresh-lost', details);
    if (!isLost && replyClass(problem) !== 'refused') {
      await ledger.update(session, (record) => ({ ...record, ...before }), 'keep');
    }
    return thrown;
  }

  async function noteRefusal(session: Session, rung: Rung, problem: Problem): Promise<void> {
    const isClient = problem.code === 'client-refused';
    await ledger.update(
      session,
      (record) => {
        const before = record.refusal;
        const refusal: Refusal = {
          problem,
          at: clock.now(),
          refreshToken: rung === 'refresh-token' || before?.refreshToken === true,
          // The login sends the same client credentials, so it would be refused the same way.
          login: rung === 'login-again' || isClient || before?.login === true,
          accessToken: before?.accessToken === true,
        };
        return { ...record, refusal, ...(rung === 'refresh-token' && nothingSent) };
      },
      'keep',
    );
  }

  async function climb(session: Session, isAsked: boolean): Promise<void> {
    const [first, ...others] = rungsOf(session, isAsked);
    if (first === undefined) return;
    let rung = first;
    const grant = await tryRung(session, first, isAsked).catch(async (thrown: unknown) => {
      const problem = toProblem(thrown);
      if (replyClass(problem) !== 'refused') throw thrown;
      await noteRefusal(session, first, problem);
      const second = problem.code === 'client-refused' ? undefined : others[0];
      if (second === undefined) throw thrown;
      rung = second;
      return tryRung(session, second, isAsked).catch(async (again: unknown) => {
        if (replyClass(toProblem(again)) === 'refused') await noteRefusal(session, second, toProblem(again));
        throw again;
      });
    });
    await take(session, grant, rung);
  }

  async function take(session: Session, grant: Grant, rung: Rung): Promise<void> {
    session.jitter = random();
    const { expiresAt } = grant.access;
    // A token that is over when it comes would be refreshed again at once, and for ever.
    const isStillborn = expiresAt !== null && expiresAt <= grant.access.receivedAt;
    session.retry = isStillborn ? nextRetry(session, { code: 'reply-malformed' }) : null;
    await ledger.update(
      session,
      (record) => ({
        ...record,
        grant,
        refusal: rung === 'refresh-token' ? refusedLogin(record.refusal) : null,
        ...nothingSent,
        grants: record.grants + 1,
        retry: null,
        signedOutAt: null,
        check: null,
      }),
      'keep',
    );
  }

  function nextRetry(session: Session, problem: Problem): Session['retry'] {
    const now = clock.now();
    const failures = (session.retry?.failures ?? 0) + 1;
    const backOffAt = retryAt(now, failures, random(), problem.nextTryAt);
    const isUnexpected = replyClass(problem) === 'unexpected';
    const nextTryAt = isUnexpected ? Math.max(backOffAt, slowRetryAt(now, random())) : backOffAt;
    return { failures, nextTryAt, problem: { ...problem, nextTryAt } };
  }

  async function noteFailure(session: Session, thrown: unknown): Promise<void> {
    const problem = toProblem(thrown);
    const isPassing = replyClass(problem) !== 'refused' && problem.code !== 'server-changed';
    // Nothing was sent, and nothing is wrong: what was due still is, once anything may be sent again.
    if (problem.code === 'cancelled') return;
    // The ledger plans when a store that cannot save is tried again.
    if (problem.code === 'vault-cannot-save' && ledger.trouble()) return;
    const retry = isPassing && session.record.grant ? nextRetry(session, problem) : null;
    session.retry = retry;
    // Whatever else keeps it waiting is Lanyard's own caution, and a restart may as well try at once.
    const isAskedToWait = problem.nextTryAt !== undefined;
    if (isAskedToWait) await ledger.update(session, (record) => ({ ...record, retry }), 'keep');
  }

  return {
    async renew(session, isAsked) {
      if (session.busy?.kind === 'logout') throw new Failure('no-token');
      if (session.busy) {
        await session.busy.done;
        return;
      }
      rungsOf(session, isAsked);
      await occupy(
        session,
        'renewal',
        () =>
          climb(session, isAsked).catch(async (thrown: unknown) => {
            await noteFailure(session, thrown);
            throw thrown;
          }),
        ledger.changed,
      );
    },
  };
}

/** A refresh does not make a refused password right; forgetting the refusal would send it again and again. */
function refusedLogin(refusal: Refusal | null): Refusal | null {
  if (!refusal?.login || refusal.problem.code === 'client-refused') return null;
  return { ...refusal, refreshToken: false, accessToken: false };
}
