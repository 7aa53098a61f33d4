import type { KeyWrap } from '../ports.ts';
import { hasCode } from './has-code.ts';
import { readHeaders } from './header-file.ts';
import { type OpenedVault, tryKeyring } from './open-vault.ts';
import type { VaultOptions } from './vault.ts';
import type { VaultState } from './vault-state.ts';
import { vaultBeingWiped, wipe } from './wipe.ts';

/** Finds out what there is: a vault that the keyring opens, or the state to be in without one. Never throws. */
export async function lookAtDisk(
  { files, lastSeen, owner }: Pick<VaultOptions, 'files' | 'lastSeen' | 'owner'>,
  keyring: KeyWrap,
): Promise<VaultState | OpenedVault> {
  // Who cannot write down that the folder is his cannot keep a second process from it either.
  const isOwner = await owner.claim().catch(() => 'cannot-save' as const);
  if (isOwner !== true) {
    return { status: 'unreadable', reason: isOwner || 'in-use' };
  }
  try {
    const goingId = await vaultBeingWiped(files);
    if (goingId !== null) {
      await wipe(files, lastSeen, goingId);
    }
    const written = await readHeaders(files);
    const slots = written[0]?.header.slots.map(({ kind }) => kind);
    if (slots === undefined) {
      return { status: 'none', keyring: await keyring.available().catch(() => false) };
    }
    if (!slots.includes('keyring')) {
      return { status: 'locked', slots };
    }
    const opened = await tryKeyring(files, written, keyring);
    return typeof opened === 'string' ? { status: 'locked', slots, reason: opened } : opened;
  } catch (thrown) {
    return unreadable(thrown);
  }
}

/** Why nothing is done about a vault that something went wrong with. */
export function unreadable(thrown: unknown): VaultState & { readonly status: 'unreadable' } {
  return { status: 'unreadable', reason: hasCode(thrown, 'vault-newer') ? 'newer' : 'damaged' };
}
