import type { RequestOutput } from '../contract/ipc.ts';
import type { LogoutOutcome } from '../contract/logout-result.ts';
import { toProblem } from '../failure.ts';

/** Logs out of many sessions, as fast as the limits for calls let it; what goes wrong with one is its outcome and keeps no other. */
export function logoutAll(
  profileIds: readonly string[],
  logout: (profileId: string) => Promise<RequestOutput<'session.logout'>>,
): Promise<LogoutOutcome[]> {
  return Promise.all(
    [...new Set(profileIds)].map(async (profileId) => {
      try {
        return { profileId, forgotten: true, ...(await logout(profileId)) };
      } catch (thrown) {
        const problem = toProblem(thrown);
        // Whoever has no token any more is out, whoever it was that ended it.
        const isOut = problem.code === 'no-token';
        return {
          profileId,
          forgotten: isOut,
          ended: 'unsupported',
          proved: null,
          problem: isOut ? null : problem,
        };
      }
    }),
  );
}
