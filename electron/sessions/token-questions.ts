import type { Exchange, Identity } from '../contract/session.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Grant } from '../servers/server.ts';
import type { KindLookup } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import type { ProfileRecord } from './profile-record.ts';
import { isBoundTo } from './server-binding.ts';
import type { ServerCalls } from './server-calls.ts';
import type { Session } from './session.ts';

/** Asks servers about tokens; the answers are dated statements. */
export interface TokenQuestions {
  askIdentity(
    session: Session,
    asker?: { readonly signal: AbortSignal; readonly onExchange: (exchange: Exchange) => void },
  ): Promise<Identity>;
  askExpiry(session: Session): Promise<void>;
}

export function createTokenQuestions(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly kinds: KindLookup;
  readonly clock: Clock;
}): TokenQuestions {
  const { ledger, calls, kinds, clock } = parts;

  /** An answer about a token that has been replaced meanwhile says nothing about the new one. */
  function updateFor(
    session: Session,
    grant: Grant,
    change: (record: ProfileRecord) => ProfileRecord,
  ): Promise<void> {
    return ledger.update(
      session,
      (record) => (record.grant?.accessToken === grant.accessToken ? change(record) : record),
      'keep',
    );
  }

  async function noteRefused(session: Session, grant: Grant, thrown: unknown): Promise<void> {
    const problem = toProblem(thrown);
    if (problem.code !== 'token-refused' && problem.code !== 'credentials-refused') return;
    const isDead = kinds.isIdentityProof(ledger.server(session.serverId).kindId);
    await updateFor(session, grant, (record) => {
      const identity = record.identity && { ...record.identity, current: false };
      if (!isDead) return { ...record, identity };
      const refused = record.refusal ?? { refreshToken: false, login: false };
      return { ...record, identity, refusal: { ...refused, problem, at: clock.now(), accessToken: true } };
    });
  }

  function grantOf(session: Session): Grant {
    const { grant, binding } = session.record;
    if (!isBoundTo(binding, ledger.server(session.serverId))) throw new Failure('server-changed');
    if (!grant) throw new Failure('no-token');
    return grant;
  }

  return {
    async askIdentity(session, asker) {
      const grant = grantOf(session);
      try {
        const identity = await calls.forSession(
          session,
          (engine, context) => engine.identity(context, grant),
          { isUrgent: true, ...asker },
        );
        if (!identity) throw new Failure('not-supported');
        await updateFor(session, grant, (record) => ({ ...record, identity }));
        return identity;
      } catch (thrown) {
        await noteRefused(session, grant, thrown);
        throw thrown;
      }
    },
    async askExpiry(session) {
      const grant = grantOf(session);
      const check = await calls.forSession(session, (engine, context) => engine.check(context, grant), {
        isUrgent: true,
      });
      if (!check) throw new Failure('not-supported');
      await updateFor(session, grant, (record) => ({ ...record, check }));
    },
  };
}
