import type { SessionView } from '../contract/session.ts';
import type { Keeper } from './keeper.ts';

/** What became of a refresh of everything. */
export interface RefreshedAll {
  readonly refreshed: number;
  /** Those that were not. */
  readonly failed: readonly SessionView[];
}

/** True for a session that Lanyard can renew now by itself. */
export function canRefresh({ state, keptBy, access }: SessionView): boolean {
  return access !== null && keptBy !== 'nothing' && (state === 'fresh' || state === 'retrying');
}

/** Renews every session that can be; the keeper sends no more of them at once than it always does. */
export async function refreshAll(keeper: Pick<Keeper, 'state' | 'refresh'>): Promise<RefreshedAll> {
  const sessions = keeper.state().sessions.filter(canRefresh);
  const results = await Promise.allSettled(sessions.map(({ profileId }) => keeper.refresh(profileId)));
  const failed = sessions.filter((_, at) => results[at]?.status === 'rejected');
  return { refreshed: sessions.length - failed.length, failed };
}
