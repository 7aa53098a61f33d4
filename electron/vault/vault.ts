import type { Clock, Files, KeyWrap, SoleOwner } from '../ports.ts';
import type { OpenedVault } from './open-vault.ts';
import type { Protection } from './protection.ts';
import type { Records } from './records.ts';
import type { VaultHeader } from './vault-header.ts';
import type { VaultState } from './vault-state.ts';

/**
 * Keeps secrets on disk, sealed. Records answer with a `Failure`: `vault-locked` while there is no key, `record-damaged`
 * for a record that was lost, `vault-unreadable` when the disk fails to read, `vault-cannot-save` when it fails to write.
 */
export interface Vault extends Records {
  state(): VaultState;
  /** Once what was saved is remembered too, by which an older file in its place is noticed. */
  settled(): Promise<void>;
  /** Calls back with every new state; answers how to stop that. */
  onChange(listener: (state: VaultState) => void): () => void;
  /** Looks at the disk; opens, or makes, a vault by itself where a keyring allows it. Never throws: the state tells. */
  start(): Promise<VaultState>;
  /** Makes a vault that a passphrase opens; what was in memory until then moves into it. */
  create(passphrase: string): Promise<void>;
  carryOnInMemory(): Promise<void>;
  /** Throws a `Failure` with `wrong-passphrase`. */
  unlock(passphrase: string): Promise<void>;
  /** Throws a `Failure` with `keyring-refused`. */
  retryKeyring(): Promise<void>;
  /**
   * Drops the keys from reach, once every save that was asked for before is done. With `keepsKeys` records can still be read and
   * saved, and the vault says that it is locked until a passphrase or the keyring opens it.
   */
  lock(options?: { readonly keepsKeys: boolean }): Promise<void>;
  /** Changes what opens the vault. */
  protect(change: (protection: Protection, opened: OpenedVault) => Promise<VaultHeader>): Promise<void>;
  /** Takes what was put back for right from now on. */
  acceptRolledBack(): Promise<void>;
  /**
   * Removes the vault, open or locked, and everything in it; a keyring then makes a new, empty one. Throws a `Failure` with
   * `vault-unreadable`, and touches nothing, where the vault cannot be read or is of a newer format.
   */
  destroy(): Promise<void>;
  /** True for a record that was read and is older than one that was there: a last good copy, or one that was put back. */
  isOlder(id: string): boolean;
  /** Resolves only when the value is durably saved. */
  write(id: string, value: unknown): Promise<void>;
  /** Removes the record with its last good copy and whatever was put aside of it. */
  remove(id: string): Promise<void>;
}

export interface VaultOptions {
  readonly files: Files;
  /** Another folder, for what tells an old file from a new one. */
  readonly lastSeen: Files;
  /** Keeps a second process away from the same files. */
  readonly owner: SoleOwner;
  readonly keyWrap: KeyWrap;
  readonly clock: Clock;
  /** scrypt's N for new passphrases. Only tests lower it, to no less than 2¹⁵. */
  readonly scryptCost?: number;
}
