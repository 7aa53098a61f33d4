import type { RequestOutput } from '../contract/ipc.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Grant } from '../servers/server.ts';
import type { KindLookup } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import { isBoundTo } from './server-binding.ts';
import type { ServerCalls } from './server-calls.ts';
import { occupy, type Session } from './session.ts';
import { nothingSent } from './unanswered-refresh.ts';

type Outcome = RequestOutput<'session.logout'>;

/**
 * Ends the session at its server, then forgets the tokens and keeps what was remembered. When the server cannot be reached nothing is
 * forgotten and the `Failure` is thrown, unless `evenIfUnreached`: then the tokens go and the failure comes back as `problem`.
 */
export type Logout = (session: Session, evenIfUnreached: boolean) => Promise<Outcome>;

export function createLogout(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly kinds: KindLookup;
  readonly clock: Clock;
}): Logout {
  const { ledger, calls, kinds, clock } = parts;

  async function endAtServer(session: Session, grant: Grant, evenIfUnreached: boolean): Promise<Outcome> {
    const server = ledger.server(session.serverId);
    const can = kinds.view(server.kindId)?.can.end ?? 'unsupported';
    const isReachable = isBoundTo(session.record.binding, server) && kinds.view(server.kindId) !== undefined;
    if (!isReachable) return { ended: 'unsupported', proved: null, problem: null };
    try {
      const outcome = await calls.forSession(session, (engine, context) => engine.end(context, grant), {
        isUrgent: true,
      });
      return { ...outcome, problem: null };
    } catch (thrown) {
      const problem = toProblem(thrown);
      // A token that the server no longer takes needs no ending.
      if (problem.code === 'token-refused') return { ended: can, proved: true, problem: null };
      if (!evenIfUnreached) throw thrown;
      return { ended: 'unsupported', proved: null, problem };
    }
  }

  return async (session, evenIfUnreached) => {
    // A refresh under way may bring a newer grant, and that is the one to end.
    while (session.busy) await session.busy.done.catch(() => {});
    const { grant } = session.record;
    if (!grant) throw new Failure('no-token');
    return occupy(
      session,
      'logout',
      async () => {
        const outcome = await endAtServer(session, grant, evenIfUnreached);
        session.retry = null;
        await ledger.update(
          session,
          (record) => ({
            ...record,
            grant: null,
            refusal: null,
            check: null,
            retry: null,
            ...nothingSent,
            signedOutAt: clock.now(),
          }),
          'keep',
        );
        return outcome;
      },
      ledger.changed,
    );
  };
}
