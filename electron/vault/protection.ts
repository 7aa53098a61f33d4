import { Failure } from '../failure.ts';
import type { Files, KeyWrap } from '../ports.ts';
import { settleHeaders, writeHeader } from './header-file.ts';
import {
  makeKeyringSlot,
  makePassphraseSlot,
  openKeyringSlot,
  openPassphraseSlot,
  withoutSlot,
  withSlot,
} from './key-slots.ts';
import type { OpenedVault } from './open-vault.ts';
import { errorCode } from './read-whole.ts';
import type { SlotKind, VaultHeader } from './vault-header.ts';

/** Changes what opens a vault: the data key is wrapped anew, and no record is touched. Every method answers what the header became. */
export interface Protection {
  /** Sets the passphrase, or changes the `current` one. Throws a `Failure` with `wrong-passphrase`. */
  setPassphrase(opened: OpenedVault, next: string, current: string | undefined): Promise<VaultHeader>;
  /** Leaves the vault to the keyring, once that has shown that it opens it. Throws `wrong-passphrase` or `keyring-refused`. */
  removePassphrase(opened: OpenedVault, current: string): Promise<VaultHeader>;
  /** Lets the keyring open the vault too. Throws a `Failure` with `keyring-refused`. */
  addKeyring(opened: OpenedVault): Promise<VaultHeader>;
  /** Leaves the vault to the passphrase. Throws a `Failure` with `bad-input` where there is none. */
  removeKeyring(opened: OpenedVault): Promise<VaultHeader>;
}

/** Throws a `Failure` with `wrong-passphrase`, also for a vault that no passphrase opens. */
export async function provePassphrase({ header }: OpenedVault, passphrase: string): Promise<void> {
  const slot = slotOf(header, 'passphrase');
  if (slot === undefined) {
    throw new Failure('wrong-passphrase');
  }
  await openPassphraseSlot(passphrase, header.vaultId, slot);
}

/** Throws a `Failure` with `keyring-refused`, also for a vault that no keyring opens. */
export async function proveKeyring({ header }: OpenedVault, keyring: KeyWrap): Promise<void> {
  const slot = slotOf(header, 'keyring');
  if (slot === undefined) {
    throw new Failure('keyring-refused');
  }
  await openKeyringSlot(keyring, header.vaultId, slot);
}

export function createProtection(parts: {
  readonly files: Files;
  readonly keyring: KeyWrap;
  readonly scryptCost: number;
}): Protection {
  const { files, keyring, scryptCost } = parts;

  async function save(header: VaultHeader, { header: current, dataKey }: OpenedVault): Promise<VaultHeader> {
    await writeHeader(files, header, dataKey).catch(async (thrown: unknown) => {
      // The new header may have its name already; whoever is told that nothing changed goes on with what opened before.
      await settleHeaders(files, current, dataKey).catch(() => {});
      const detail = errorCode(thrown);
      throw new Failure('vault-cannot-save', detail === undefined ? {} : { detail });
    });
    return header;
  }

  async function withKeyring({ header, dataKey }: OpenedVault): Promise<VaultHeader> {
    // Without a real keyring the system would only obfuscate.
    if (!(await keyring.available())) {
      throw new Failure('keyring-refused');
    }
    return withSlot(header, await makeKeyringSlot(keyring, header.vaultId, dataKey));
  }

  return {
    setPassphrase: async (opened, next, current) => {
      const { header, dataKey } = opened;
      if (next === '') {
        throw new Failure('bad-input', { field: 'next' });
      }
      if (slotOf(header, 'passphrase') !== undefined) {
        await provePassphrase(opened, current ?? '');
      }
      const slot = await makePassphraseSlot(next, header.vaultId, dataKey, scryptCost);
      return save(withSlot(header, slot), opened);
    },
    removePassphrase: async (opened, current) => {
      await provePassphrase(opened, current);
      const hasKeyring = slotOf(opened.header, 'keyring') !== undefined;
      if (hasKeyring) {
        await proveKeyring(opened, keyring);
      }
      const header = hasKeyring ? opened.header : await withKeyring(opened);
      return save(withoutSlot(header, 'passphrase'), opened);
    },
    addKeyring: async (opened) => save(await withKeyring(opened), opened),
    removeKeyring: async (opened) => {
      if (slotOf(opened.header, 'passphrase') === undefined) {
        throw new Failure('bad-input', { field: 'passphrase' });
      }
      return save(withoutSlot(opened.header, 'keyring'), opened);
    },
  };
}

function slotOf<Kind extends SlotKind>(header: VaultHeader, kind: Kind) {
  type Slot = Extract<VaultHeader['slots'][number], { readonly kind: Kind }>;
  return header.slots.find((slot): slot is Slot => slot.kind === kind);
}
