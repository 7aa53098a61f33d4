import { useMemo } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { isDying } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';

/** A token that ends by itself this soon is worth a look today. */
const soonMs = 60 * 60_000;

/** Profiles whose token is about to die with nothing but the user to help; changes only when one joins or leaves. */
export function useDying(sessions: readonly SessionView[]): ReadonlySet<string> {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const ids = useClock((now) =>
    sessions
      .filter((session) => isDying(session, now, warnMinutes))
      .map(({ profileId }) => profileId)
      .join(' '),
  );
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}

/** Profiles whose token ends within the hour, with nothing to keep it. */
export function useEnding(sessions: readonly SessionView[]): ReadonlySet<string> {
  const ids = useClock((now) =>
    sessions
      .filter(({ keptBy, access }) => {
        const left = access?.expiresAt == null || keptBy !== 'nothing' ? null : access.expiresAt - now;
        return left !== null && left > 0 && left <= soonMs;
      })
      .map(({ profileId }) => profileId)
      .join(' '),
  );
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}
