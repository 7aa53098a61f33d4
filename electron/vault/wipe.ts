import type { Files } from '../ports.ts';
import { isVaultFile } from './header-file.ts';
import { forgetLastSeen } from './last-seen.ts';

/** While it is there, whatever else is left of the vault is to go. */
const markName = 'removing';

/** True where a removal was begun and a crash came before its end. */
export async function isWipeBegun(files: Files): Promise<boolean> {
  return (await files.list()).includes(markName);
}

/**
 * Removes every file of a vault, the sealed data key first. Begun once, it ends: what a crash leaves of it is removed at the next
 * start. What is in the folder and not the vault's stays; what was last seen of the vault goes with it.
 */
export async function wipe(files: Files, lastSeen: Files): Promise<void> {
  if (!(await isWipeBegun(files))) {
    await files.writeNew(markName, new Uint8Array());
    await files.syncFolder();
  }
  const own = (await files.list()).filter(isVaultFile);
  for (const name of own.sort((one, other) => Number(isRecord(one)) - Number(isRecord(other)))) {
    await files.remove(name);
  }
  await files.syncFolder();
  await forgetLastSeen(lastSeen).catch(() => {});
  await files.remove(markName);
  await files.syncFolder();
}

function isRecord(name: string): boolean {
  return name.startsWith('record-');
}
