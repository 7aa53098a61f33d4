import type { RequestOutput } from '../contract/ipc.ts';
import type { Problem } from '../contract/problem.ts';
import { toProblem } from '../failure.ts';
import type { Ledger } from './ledger.ts';
import type { Logout } from './logout.ts';
import { isBoundTo } from './server-binding.ts';
import type { Session } from './session.ts';

/** Deletes profiles and servers. With `endAtServer` sessions are ended there first, and nothing that comes of it keeps them here. */
export interface Removal {
  removeProfile(profileId: string, endAtServer: boolean): Promise<RequestOutput<'profile.remove'>>;
  removeProfiles(
    profileIds: readonly string[],
    endAtServer: boolean,
  ): Promise<RequestOutput<'profile.removeAll'>>;
  removeServer(serverId: string, endAtServer: boolean): Promise<RequestOutput<'server.remove'>>;
}

type Unended = RequestOutput<'server.remove'>['unended'];

/** As many as may be called at a server at once. */
const ENDED_AT_ONCE = 2;

/** After one of these the other sessions of the server are not tried: each would wait as long, for the same. */
const unreached: readonly Problem['code'][] = ['unreachable', 'timed-out', 'tls-refused'];

export function createRemoval(parts: { readonly ledger: Ledger; readonly logout: Logout }): Removal {
  const { ledger, logout } = parts;

  /** What keeps the session from being ended at its server, `null` for nothing. */
  async function end(session: Session): Promise<Problem | null> {
    const { grant, binding } = session.record;
    if (!grant) return null;
    if (!isBoundTo(binding, ledger.server(session.serverId))) return { code: 'server-changed' };
    return logout(session, true).then(({ problem }) => problem, toProblem);
  }

  async function endAll(sessions: readonly Session[]): Promise<Unended> {
    const problems = new Map<string, Problem>();
    const queue = sessions.filter(({ record }) => record.grant !== null);
    let gone: Problem | null = null;
    async function work(): Promise<void> {
      for (let session = queue.shift(); session !== undefined; session = queue.shift()) {
        const problem: Problem | null = gone ?? (await end(session));
        if (problem === null) continue;
        problems.set(session.id, problem);
        if (unreached.includes(problem.code)) gone = problem;
      }
    }
    await Promise.all(Array.from({ length: ENDED_AT_ONCE }, work));
    return ledger.index().profiles.flatMap(({ id, name }) => {
      const problem = problems.get(id);
      return problem ? [{ name, problem }] : [];
    });
  }

  return {
    async removeProfile(profileId, endAtServer) {
      const session = ledger.session(profileId);
      const problem = endAtServer ? await end(session) : null;
      await ledger.remove([profileId]);
      return { problem };
    },
    async removeProfiles(profileIds, endAtServer) {
      const sessions = [...new Set(profileIds)].map(ledger.session);
      const serverIds = endAtServer ? new Set(sessions.map(({ serverId }) => serverId)) : [];
      const unended = await Promise.all(
        [...serverIds].map((id) => endAll(sessions.filter(({ serverId }) => serverId === id))),
      );
      await ledger.remove(sessions.map(({ id }) => id));
      return { unended: unended.flat() };
    },
    async removeServer(serverId, endAtServer) {
      ledger.server(serverId);
      const sessions = [...ledger.sessions()].filter((session) => session.serverId === serverId);
      const unended = endAtServer ? await endAll(sessions) : [];
      await ledger.remove(
        sessions.map(({ id }) => id),
        serverId,
      );
      return { unended };
    },
  };
}
