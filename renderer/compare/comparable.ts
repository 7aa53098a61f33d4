import type { SessionView } from '../../electron/contract/session.ts';

/** True for a session with a token that can be held against another. */
export function isComparable({ access, refreshToken }: SessionView): boolean {
  return access !== null || refreshToken !== null;
}
