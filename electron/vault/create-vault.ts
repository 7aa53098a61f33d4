import { Failure } from '../failure.ts';
import { createTurns } from '../turns.ts';
import { boundKeyring } from './bounded-keyring.ts';
import { hasCode } from './has-code.ts';
import { readHeaders } from './header-file.ts';
import { makeKeyringSlot, makePassphraseSlot } from './key-slots.ts';
import { lookAtDisk, unreadable } from './look-at-disk.ts';
import { makeVault, type OpenedVault, openVaultByPassphrase } from './open-vault.ts';
import { copyRecords, createMemoryRecords, type Records } from './records.ts';
import { defaultScryptCost } from './stretch-passphrase.ts';
import { type UnsealedVault, unseal } from './unsealed-vault.ts';
import type { Vault, VaultOptions } from './vault.ts';
import type { VaultHeader, WrittenHeader } from './vault-header.ts';
import { createObservedState } from './vault-state.ts';
import { wipe } from './wipe.ts';

export function createVault(options: VaultOptions): Vault {
  const { files, owner, keyWrap, clock, scryptCost = defaultScryptCost } = options;
  const keyring = boundKeyring(keyWrap, clock);
  const inTurn = createTurns();
  const { state, become, onChange } = createObservedState({ status: 'locked', slots: [] });
  let unsealed: UnsealedVault | null = null;
  let memory: Records | null = null;
  let isLocked = false;
  /** While what was in memory moves to the disk, nothing else is read or written. */
  let moving: Promise<void> | null = null;

  async function inspect(): Promise<readonly WrittenHeader[]> {
    return readHeaders(files).catch(refuseUnreadable);
  }

  function refuseUnreadable(thrown: unknown): never {
    const found = unreadable(thrown);
    become(found);
    throw new Failure(found.reason === 'newer' ? 'vault-newer' : 'vault-unreadable');
  }

  function showOpen(): void {
    if (unsealed === null) {
      return;
    }
    isLocked = false;
    become({
      status: 'open',
      protectedBy: unsealed.protectedBy(),
      damaged: unsealed.damaged(),
      rolledBack: unsealed.rolledBack(),
    });
  }

  /** Of a vault that was opened, makes the one that is used. */
  async function prepare(opened: OpenedVault): Promise<UnsealedVault> {
    const prepared: UnsealedVault = await unseal(opened, {
      files,
      lastSeenFiles: options.lastSeen,
      keyring,
      scryptCost,
      onChange: () => {
        if (unsealed === prepared && !isLocked) {
          showOpen();
        }
      },
    });
    return prepared;
  }

  async function adopt(opened: OpenedVault): Promise<void> {
    unsealed = await prepare(opened);
    showOpen();
  }

  async function openByItself(): Promise<void> {
    const found = await lookAtDisk(options, keyring);
    if ('dataKey' in found) {
      return adopt(found);
    }
    become(found);
    if (found.status === 'none' && found.keyring) {
      await adopt(await makeVault(files, (vaultId, dataKey) => makeKeyringSlot(keyring, vaultId, dataKey)));
    }
  }

  async function unlock(passphrase: string): Promise<void> {
    if (memory !== null) {
      return;
    }
    if (unsealed !== null) {
      if (isLocked) {
        await unsealed.provePassphrase(passphrase);
        showOpen();
      }
      return;
    }
    if (state().status !== 'locked') {
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

  async function retryKeyring(): Promise<void> {
    if (unsealed !== null && isLocked) {
      await unsealed.proveKeyring();
      return showOpen();
    }
    if (unsealed === null && memory === null) {
      await openByItself();
    }
    if (state().status === 'unreadable') {
      throw new Failure('vault-unreadable');
    }
    if (unsealed === null && memory === null) {
      throw new Failure('keyring-refused');
    }
  }

  async function create(passphrase: string): Promise<void> {
    if (passphrase === '') {
      throw new Failure('bad-input', { field: 'passphrase' });
    }
    const written = await inspect();
    if ((state().status !== 'none' && state().status !== 'memory') || written.length > 0) {
      throw new Failure('already-exists');
    }
    const made = await makeVault(files, (vaultId, dataKey) =>
      makePassphraseSlot(passphrase, vaultId, dataKey, scryptCost),
    );
    if (memory === null) {
      return adopt(made);
    }
    const target = await prepare(made);
    const move = copyRecords(memory, target.records);
    // Whoever waits for the move finds what there is after it.
    moving = move.then(
      () => adoptMoved(target),
      () => wipe(files, options.lastSeen, made.header.vaultId).catch(() => {}),
    );
    await moving;
    moving = null;
    await move;
  }

  function adoptMoved(target: UnsealedVault): void {
    unsealed = target;
    memory = null;
    showOpen();
  }

  async function lock(keepsKeys: boolean): Promise<void> {
    if (unsealed === null) {
      return;
    }
    const { records, protectedBy } = unsealed;
    isLocked = true;
    if (keepsKeys) {
      return become({ status: 'locked', slots: protectedBy(), refreshing: true });
    }
    unsealed = null;
    become({ status: 'locked', slots: protectedBy() });
    await records.settled();
  }

  /** A locked vault goes too, for who forgot its passphrase. One that cannot be read stays: it may still hold everything. */
  async function destroy(): Promise<void> {
    const { status } = state();
    if (status === 'memory' || status === 'unreadable') {
      throw new Failure(status === 'memory' ? 'not-supported' : 'vault-unreadable');
    }
    const { vaultId, slots } = unsealed?.header() ?? (await lockedHeader());
    const settled = unsealed?.records.settled();
    unsealed = null;
    become({ status: 'locked', slots: slots.map(({ kind }) => kind) });
    await settled;
    const isGone = await wipe(files, options.lastSeen, vaultId).then(
      () => true,
      () => false,
    );
    await openByItself().catch(() => {});
    if (!isGone) {
      throw new Failure('vault-cannot-save');
    }
  }

  /** Throws where there is no vault that could be unlocked, or where it is another process's. */
  async function lockedHeader(): Promise<VaultHeader> {
    const [written] = (await owner.claim()) ? await inspect() : [];
    if (written === undefined) {
      throw new Failure('vault-locked');
    }
    return written.header;
  }

  function opened(): UnsealedVault {
    if (unsealed === null || isLocked) {
      throw new Failure(memory === null ? 'vault-locked' : 'not-supported');
    }
    return unsealed;
  }

  async function reach<Result>(use: (records: Records) => Promise<Result>): Promise<Result> {
    if (moving !== null) {
      await moving;
    }
    const records = unsealed?.records ?? memory;
    if (records === null) {
      throw new Failure(state().status === 'unreadable' ? 'vault-unreadable' : 'vault-locked');
    }
    return use(records);
  }

  return {
    state,
    settled: async () => unsealed?.records.settled(),
    onChange,
    start: () =>
      inTurn(async () => {
        if (unsealed === null && memory === null) {
          await openByItself().catch(() => {});
        }
        return state();
      }),
    create: (passphrase) => inTurn(() => create(passphrase)),
    carryOnInMemory: () =>
      inTurn(async () => {
        if (state().status === 'none') {
          memory = createMemoryRecords();
          become({ status: 'memory' });
        }
      }),
    unlock: (passphrase) => inTurn(() => unlock(passphrase)),
    retryKeyring: () => inTurn(retryKeyring),
    lock: ({ keepsKeys } = { keepsKeys: false }) => inTurn(() => lock(keepsKeys)),
    protect: (change) => inTurn(async () => opened().change(change)),
    acceptRolledBack: () => inTurn(async () => opened().acceptRolledBack()),
    destroy: () => inTurn(destroy),
    list: () => reach((records) => records.list()),
    read: (id) => reach((records) => records.read(id)),
    isOlder: (id) => unsealed?.rolledBack().includes(id) ?? false,
    write: (id, value) => reach((records) => records.write(id, value)),
    remove: (id) => reach((records) => records.remove(id)),
  };
}
