import type { KeyObject } from 'node:crypto';
import type { Files, KeyWrap } from '../ports.ts';
import { headerName } from './header-file.ts';
import { createLastSeen } from './last-seen.ts';
import type { OpenedVault } from './open-vault.ts';
import { createProtection, type Protection, proveKeyring, provePassphrase } from './protection.ts';
import { createRecordFiles, type RecordFiles } from './record-files.ts';
import { deriveKey, type SlotKind, type VaultHeader } from './vault-header.ts';

/** A vault whose data key is at hand. */
export interface UnsealedVault {
  readonly records: RecordFiles;
  header(): VaultHeader;
  protectedBy(): readonly SlotKind[];
  damaged(): readonly string[];
  rolledBack(): readonly string[];
  acceptRolledBack(): Promise<void>;
  /** Changes what opens the vault. */
  change(step: (protection: Protection, opened: OpenedVault) => Promise<VaultHeader>): Promise<void>;
  provePassphrase(passphrase: string): Promise<void>;
  proveKeyring(): Promise<void>;
}

export interface UnsealOptions {
  readonly files: Files;
  readonly lastSeenFiles: Files;
  readonly keyring: KeyWrap;
  readonly scryptCost: number;
  readonly onChange: () => void;
}

/** Puts a vault that was opened to use: completes what a crash left half done, and looks for what was put back. */
export async function unseal(
  { header, dataKey }: OpenedVault,
  options: UnsealOptions,
): Promise<UnsealedVault> {
  const { files, keyring, scryptCost, onChange } = options;
  const lastSeen = createLastSeen(options.lastSeenFiles, header.vaultId);
  const protection = createProtection({ files, keyring, scryptCost });
  const records = recordsOf(dataKey);
  let current = header;
  let isHeaderOld = header.generation < (await lastSeen.revisionOf(headerName));
  if (!isHeaderOld) {
    await lastSeen.remember(headerName, header.generation);
  }
  await records.tidy().catch(() => {});

  function recordsOf(key: KeyObject): RecordFiles {
    const { vaultId } = header;
    return createRecordFiles({ files, key: deriveKey(key, vaultId, 'records'), vaultId, lastSeen, onChange });
  }

  const opened = (): OpenedVault => ({ header: current, dataKey });

  return {
    records,
    header: () => current,
    protectedBy: () => current.slots.map(({ kind }) => kind),
    damaged: records.damaged,
    rolledBack: () => (isHeaderOld ? [headerName, ...records.rolledBack()] : records.rolledBack()),
    acceptRolledBack: async () => {
      if (isHeaderOld) {
        await lastSeen.remember(headerName, current.generation);
      }
      isHeaderOld = false;
      await records.acceptRolledBack();
    },
    change: async (step) => {
      current = await step(protection, opened());
      await lastSeen.remember(
        headerName,
        Math.max(current.generation, await lastSeen.revisionOf(headerName)),
      );
      onChange();
    },
    provePassphrase: (passphrase) => provePassphrase(opened(), passphrase),
    proveKeyring: () => proveKeyring(opened(), keyring),
  };
}
