import { Failure } from '../failure.ts';
import type { Clock, Files, KeyWrap } from '../ports.ts';
import { boundKeyring } from './bounded-keyring.ts';
import { readHeaders } from './header-file.ts';
import { defaultScryptCost, makeKeyringSlot, makePassphraseSlot } from './key-slots.ts';
import { makeVault, type OpenedVault, openVaultByKeyring, openVaultByPassphrase } from './open-vault.ts';
import { createRecordFiles, type RecordFiles } from './record-files.ts';
import { createMemoryRecords, type Records } from './records.ts';
import { deriveKey, type SlotKind, type WrittenHeader } from './vault-header.ts';

export type VaultState =
  /** No vault on disk yet; `keyring` says whether a real one can be used. */
  | { readonly status: 'none'; readonly keyring: boolean }
  | {
      readonly status: 'locked';
      readonly slots: readonly SlotKind[];
      readonly reason?: 'keyring-refused' | 'keyring-absent';
    }
  /** `damaged` names records that were put aside; where a last good copy opened, it is what is read. */
  | {
      readonly status: 'open';
      readonly protectedBy: readonly SlotKind[];
      readonly damaged: readonly string[];
    }
  /** The user carried on without a vault: nothing is on disk. */
  | { readonly status: 'memory' }
  /** Never written to. */
  | { readonly status: 'unreadable'; readonly reason: 'newer' | 'damaged' };

/**
 * Keeps secrets on disk, sealed. Records answer with a `Failure`: `vault-locked` while there is no key, `record-damaged`
 * for a record that was lost, `vault-unreadable` when the disk fails to read, `vault-cannot-save` when it fails to write.
 */
export interface Vault extends Records {
  state(): VaultState;
  /** Calls back with every new state; answers how to stop that. */
  onChange(listener: (state: VaultState) => void): () => void;
  /** Looks at the disk; opens, or makes, a vault by itself where a keyring allows it. Never throws: the state tells. */
  start(): Promise<VaultState>;
  /** Makes a vault that a passphrase opens. */
  create(passphrase: string): Promise<void>;
  carryOnInMemory(): Promise<void>;
  /** Throws a `Failure` with `wrong-passphrase`. */
  unlock(passphrase: string): Promise<void>;
  /** Throws a `Failure` with `keyring-refused`. */
  retryKeyring(): Promise<void>;
  /** Drops the keys from reach, once every save that was asked for before is done. */
  lock(): Promise<void>;
  /** Resolves only when the value is durably saved. */
  write(id: string, value: unknown): Promise<void>;
  /** Removes the record with its last good copy and whatever was put aside of it. */
  remove(id: string): Promise<void>;
}

export interface VaultOptions {
  readonly files: Files;
  readonly keyWrap: KeyWrap;
  readonly clock: Clock;
  /** scrypt's N for new passphrases. Only tests lower it, to no less than 2¹⁵. */
  readonly scryptCost?: number;
}

export function createVault({ files, keyWrap, clock, scryptCost = defaultScryptCost }: VaultOptions): Vault {
  const keyring = boundKeyring(keyWrap, clock);
  const listeners = new Set<(state: VaultState) => void>();
  let state: VaultState = { status: 'locked', slots: [] };
  let records: Records | null = null;
  let settled: RecordFiles['settled'] = async () => {};
  let turn: Promise<unknown> = Promise.resolve();

  function become(next: VaultState): void {
    state = next;
    for (const listener of listeners) {
      listener(next);
    }
  }

  /** Opening, locking and making follow each other, so that a lock asked for during an unlock has the last word. */
  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = turn.then(task);
    turn = result.catch(() => {});
    return result;
  }

  async function inspect(): Promise<readonly WrittenHeader[]> {
    return readHeaders(files).catch(refuseUnreadable);
  }

  function refuseUnreadable(thrown: unknown): never {
    const isNewer = hasCode(thrown, 'vault-newer');
    become({ status: 'unreadable', reason: isNewer ? 'newer' : 'damaged' });
    throw new Failure(isNewer ? 'vault-newer' : 'vault-unreadable');
  }

  async function adopt({ header, dataKey }: OpenedVault): Promise<void> {
    const protectedBy = header.slots.map(({ kind }) => kind);
    const adopted = createRecordFiles({
      files,
      key: deriveKey(dataKey, header.vaultId, 'records'),
      vaultId: header.vaultId,
      onDamagedChange: () => {
        if (records === adopted) {
          become({ status: 'open', protectedBy, damaged: adopted.damaged() });
        }
      },
    });
    await adopted.tidy().catch(() => {});
    records = adopted;
    settled = adopted.settled;
    become({ status: 'open', protectedBy, damaged: adopted.damaged() });
  }

  async function openWithKeyring(written: readonly WrittenHeader[]): Promise<void> {
    const slots = written[0]?.header.slots.map(({ kind }) => kind) ?? [];
    if (!slots.includes('keyring')) {
      return become({ status: 'locked', slots });
    }
    const opened = await tryKeyring(written);
    return typeof opened === 'string' ? become({ status: 'locked', slots, reason: opened }) : adopt(opened);
  }

  async function tryKeyring(
    written: readonly WrittenHeader[],
  ): Promise<OpenedVault | 'keyring-absent' | 'keyring-refused'> {
    try {
      const isAvailable = await keyring.available();
      return isAvailable ? await openVaultByKeyring(files, written, keyring) : 'keyring-absent';
    } catch (thrown) {
      return hasCode(thrown, 'keyring-refused') ? 'keyring-refused' : refuseUnreadable(thrown);
    }
  }

  async function openByItself(): Promise<void> {
    const written = await inspect();
    if (written.length > 0) {
      return openWithKeyring(written);
    }
    const hasKeyring = await keyring.available().catch(() => false);
    become({ status: 'none', keyring: hasKeyring });
    if (hasKeyring) {
      await adopt(await makeVault(files, (vaultId, dataKey) => makeKeyringSlot(keyring, vaultId, dataKey)));
    }
  }

  async function unlock(passphrase: string): Promise<void> {
    if (records !== null) {
      return;
    }
    if (state.status !== 'locked') {
      throw new Failure('vault-unreadable');
    }
    const opened = await openVaultByPassphrase(files, await inspect(), passphrase).catch(
      (thrown: unknown) => {
        if (hasCode(thrown, 'wrong-passphrase')) {
          throw thrown;
        }
        return refuseUnreadable(thrown);
      },
    );
    await adopt(opened);
  }

  async function create(passphrase: string): Promise<void> {
    if (passphrase === '') {
      throw new Failure('bad-input', { field: 'passphrase' });
    }
    const written = await inspect();
    if (state.status !== 'none' || written.length > 0) {
      throw new Failure('already-exists');
    }
    await adopt(
      await makeVault(files, (vaultId, dataKey) =>
        makePassphraseSlot(passphrase, vaultId, dataKey, scryptCost),
      ),
    );
  }

  async function lock(): Promise<void> {
    if (state.status !== 'open') {
      return;
    }
    records = null;
    become({ status: 'locked', slots: state.protectedBy });
    await settled();
  }

  function reach(): Records {
    if (records === null) {
      throw new Failure(state.status === 'unreadable' ? 'vault-unreadable' : 'vault-locked');
    }
    return records;
  }

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () =>
      inTurn(async () => {
        if (records === null) {
          await openByItself().catch(() => {});
        }
        return state;
      }),
    create: (passphrase) => inTurn(() => create(passphrase)),
    carryOnInMemory: () =>
      inTurn(async () => {
        if (state.status === 'none') {
          records = createMemoryRecords();
          become({ status: 'memory' });
        }
      }),
    unlock: (passphrase) => inTurn(() => unlock(passphrase)),
    retryKeyring: () =>
      inTurn(async () => {
        if (records === null) {
          await openByItself();
        }
        if (records === null) {
          throw new Failure('keyring-refused');
        }
      }),
    lock: () => inTurn(lock),
    list: async () => reach().list(),
    read: async (id) => reach().read(id),
    write: async (id, value) => reach().write(id, value),
    remove: async (id) => reach().remove(id),
  };
}

function hasCode(thrown: unknown, code: Failure['code']): boolean {
  return thrown instanceof Failure && thrown.code === code;
}
