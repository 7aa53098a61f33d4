import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { ProblemCode } from '../contract/problem.ts';
import { Failure } from '../failure.ts';
import type { ChosenFiles, FileSort } from '../ports.ts';
import { writeAll } from './node-files.ts';

/** Files that the user chooses in the system's dialog, which belongs to Lanyard's window where there is one. */
export function createElectronChosenFiles(window: () => BrowserWindow | null): ChosenFiles {
  return {
    save: async (sort, bytes) => {
      const options = { ...dialogOptions(sort), defaultPath: sort.name };
      const owner = window();
      const chosen = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      if (chosen.canceled || !chosen.filePath) return false;
      await orFail(writeWhole(chosen.filePath, bytes));
      return true;
    },
    open: async (sort, limitBytes) => {
      const options = { ...dialogOptions(sort), properties: ['openFile' as const] };
      const owner = window();
      const chosen = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      const [path] = chosen.filePaths;
      if (chosen.canceled || path === undefined) return null;
      return orFail(readWhole(path, limitBytes, sort.unreadable));
    },
  };
}

function dialogOptions({ title, label, extension, otherExtensions = [] }: FileSort) {
  return { title, filters: [{ name: label, extensions: [extension, ...otherExtensions] }] };
}

/** Writes beside the file and renames, so that a full disk costs no earlier one. The file is the user's alone: 0600. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.new`;
  const handle = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    await fill(handle, bytes);
    await rename(temporary, path);
  } catch (thrown) {
    await unlink(temporary).catch(() => {});
    throw thrown;
  }
}

async function fill(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await writeAll(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string, limitBytes: number, unreadable: ProblemCode): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > limitBytes) throw new Failure(unreadable);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Says what went wrong with the system's code alone; its message holds the path. */
async function orFail<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
    throw new Failure('file-failed', code === undefined ? {} : { detail: code });
  }
}
