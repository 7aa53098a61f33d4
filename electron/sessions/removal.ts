import type { RequestOutput } from '../contract/ipc.ts';
import type { Problem } from '../contract/problem.ts';
import { toProblem } from '../failure.ts';
import type { Ledger } from './ledger.ts';
import type { Logout } from './logout.ts';
import { isBoundTo } from './server-binding.ts';
import type { Session } from './session.ts';
import type { Undo } from './undo.ts';

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

export function createRemoval(parts: {
  readonly ledger: Ledger;
  readonly logout: Logout;
  readonly undo: Pick<Undo, 'begin'>;
}): Removal {
  const { ledger, logout, undo } = parts;

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

  /** Ends sessions that may be of several servers. */
  async function endEach(sessions: readonly Session[]): Promise<Unended> {
    const servers = [...new Set(sessions.map(({ serverId }) => serverId))];
    const each = servers.map((id) => endAll(sessions.filter(({ serverId }) => serverId === id)));
    return (await Promise.all(each)).flat();
  }

  /** Deletes what is named, and keeps for a while what it takes to put it back. */
  async function remove(
    what: 'profiles' | 'servers',
    sessions: readonly Session[],
    endAtServer: boolean,
    serverIds: readonly string[] = [],
  ): Promise<Unended> {
    const keep = undo.begin();
    const signedIn = sessions.filter(({ record }) => record.grant !== null);
    const unended = endAtServer ? await endEach(sessions) : [];
    const signedOut = signedIn.filter(({ record }) => record.grant === null).length;
    const ids = sessions.map(({ id }) => id);
    keep(what, await ledger.remove(ids, serverIds), signedOut);
    return unended;
  }

  return {
    async removeProfile(profileId, endAtServer) {
      const [unended] = await remove('profiles', [ledger.session(profileId)], endAtServer);
      return { problem: unended?.problem ?? null };
    },
    async removeProfiles(profileIds, endAtServer) {
      const sessions = [...new Set(profileIds)].map((id) => ledger.session(id));
      return { unended: await remove('profiles', sessions, endAtServer) };
    },
    async removeServer(serverId, endAtServer) {
      ledger.server(serverId);
      const sessions = [...ledger.sessions()].filter((session) => session.serverId === serverId);
      return { unended: await remove('servers', sessions, endAtServer, [serverId]) };
    },
  };
}
