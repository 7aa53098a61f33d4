/** What becomes of sessions behind the lock. */
export function lockedWords(isRefreshing: boolean): string {
  return isRefreshing
    ? 'Sessions are kept alive while it is locked.'
    : 'Tokens are not refreshed while it is locked.';
}
