import type { Files } from '../ports.ts';
import { headersOf, isVaultFile } from './header-file.ts';
import { forgetLastSeen } from './last-seen.ts';
import { readWhole } from './read-whole.ts';
import { asideName, clearAway } from './safe-write.ts';

/** While it is there and names the vault, whatever else is left of that vault is to go. */
const markName = 'removing';

const markPattern = /^lanyard-removing ([0-9a-f]{32})\n$/;

/** The mark's own length; what is longer is somebody else's file. */
const markLimitBytes = 50;

/**
 * The id of the vault whose removal was begun, where a crash came before its end. A file of that name that does not name the vault
 * which is there means nothing, and is put aside.
 */
export async function vaultBeingWiped(files: Files): Promise<string | null> {
  const found = await readWhole(files, markName, markLimitBytes);
  if (found.status === 'absent') {
    return null;
  }
  if (found.status === 'read') {
    const [, vaultId] = markPattern.exec(Buffer.from(found.bytes).toString('latin1')) ?? [];
    if (vaultId !== undefined && (await isLeftOf(files, vaultId))) {
      return vaultId;
    }
  }
  // Empty it is a mark whose writing was cut off. A disk that takes no writes still lets the vault be read.
  const isEmpty = found.status === 'read' && found.bytes.length === 0;
  await (isEmpty ? files.remove(markName) : files.rename(markName, asideName(markName))).catch(() => {});
  return null;
}

/**
 * Removes every file of a vault, the sealed data key first. Begun once, it ends: what a crash leaves of it is removed at the next
 * start. What is in the folder and not the vault's stays; what was last seen of the vault goes with it.
 */
export async function wipe(files: Files, lastSeen: Files, vaultId: string): Promise<void> {
  if ((await vaultBeingWiped(files)) === null) {
    await files.writeNew(markName, Buffer.from(`lanyard-removing ${vaultId}\n`));
    await files.syncFolder();
  }
  // The headers that tell whose mark it is go after those that cannot be read.
  const { own } = await headersOf(files, vaultId);
  const turnOf = (name: string) => (name.startsWith('record-') ? 2 : Number(own.includes(name)));
  const names = (await files.list()).filter(isVaultFile);
  for (const name of names.sort((one, other) => turnOf(one) - turnOf(other))) {
    await clearAway(files, name);
  }
  await files.syncFolder();
  await forgetLastSeen(lastSeen).catch(() => {});
  await files.remove(markName);
  await files.syncFolder();
}

/** Without any header nothing could ever open what is left. */
async function isLeftOf(files: Files, vaultId: string): Promise<boolean> {
  const { present, own } = await headersOf(files, vaultId);
  return present.length === 0 || own.length > 0;
}
