import { randomBytes } from 'node:crypto';
import type { Files } from '../ports.ts';
import { errorCode } from './read-whole.ts';

export interface SafeWrite {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Throws when what was read back does not open. */
  readonly verify: (readBack: Uint8Array) => void;
  /** Whether the file that is replaced was seen to open, so that it may become the last good copy. */
  readonly keepsLastGood: boolean;
}

export const temporaryName = (name: string) => `${name}.new`;
export const lastGoodName = (name: string) => `${name}.good`;

/** Where a file that does not open is kept, for whoever may still get something out of it. */
export const asideName = (name: string) => `${name}.damaged-${randomBytes(4).toString('hex')}`;

/**
 * Saves a file so that at every instant its old or its new content can be found: the new bytes are written under another name, fsynced,
 * read back and opened; the old file becomes the last good copy; the new one takes its name; the folder is fsynced.
 * Only when this resolves does the content count as saved.
 */
export async function safeWrite(
  files: Files,
  { name, bytes, verify, keepsLastGood }: SafeWrite,
): Promise<void> {
  const temporary = temporaryName(name);
  await files.writeNew(temporary, bytes).catch(async (thrown: unknown) => {
    if (errorCode(thrown) !== 'EEXIST') {
      throw thrown;
    }
    await clearAway(files, temporary);
    await files.writeNew(temporary, bytes);
  });
  try {
    const readBack = await files.read(temporary, bytes.length);
    if (readBack === null || !Buffer.from(bytes).equals(readBack)) {
      throw new Error('The disk gave back other bytes than were written.');
    }
    verify(readBack);
    await replace(files, name, keepsLastGood);
  } catch (thrown) {
    await files.remove(temporary).catch(() => {});
    throw thrown;
  }
  await files.syncFolder();
}

/** Gives the temporary file its name. Between the two renames only the last good copy has one, and that is found too. */
export async function replace(files: Files, name: string, keepsLastGood: boolean): Promise<void> {
  if (!keepsLastGood) {
    return renameOver(files, temporaryName(name), name);
  }
  await renameOver(files, name, lastGoodName(name));
  try {
    await files.rename(temporaryName(name), name);
  } catch (thrown) {
    await files.rename(lastGoodName(name), name).catch(() => {});
    throw thrown;
  }
}

/** Removes a file. What has its name and is none, such as a folder, cannot be removed as one and is given another name. */
export async function clearAway(files: Files, name: string): Promise<void> {
  await files.remove(name).catch((thrown: unknown) => putAsideUnlessFile(files, name, thrown));
}

async function renameOver(files: Files, from: string, to: string): Promise<void> {
  await files.rename(from, to).catch(async (thrown: unknown) => {
    await putAsideUnlessFile(files, to, thrown);
    await files.rename(from, to);
  });
}

/** The new name is none of the vault's, so that nothing takes it for a part of one. */
async function putAsideUnlessFile(files: Files, name: string, thrown: unknown): Promise<void> {
  const isFile = await files.read(name, 0).then(
    () => true,
    (reason: unknown) => errorCode(reason) !== 'EFTYPE',
  );
  if (isFile) {
    throw thrown;
  }
  await files.rename(name, `aside-${asideName(name)}`);
}
