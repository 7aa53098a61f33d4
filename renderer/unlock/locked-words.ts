/** What becomes of sessions behind the lock. */
export function lockedWords(isRefreshing: boolean): string {
  return isRefreshing
    ? 'Sessions are kept alive while it is locked.'
    : 'Tokens are not refreshed while it is locked.';
}

/** What is left to do without the passphrase. */
export function forgottenWords(hasKeyring: boolean): string {
  return hasKeyring
    ? 'Nobody can recover a forgotten passphrase, but the keyring opens this vault too: start Lanyard anew where the keyring is. If that is gone for good, remove the vault and sign in again everywhere.'
    : 'Nobody can recover a forgotten passphrase, and nothing else opens this vault. To begin anew, remove it and sign in again everywhere.';
}
