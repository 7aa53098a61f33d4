import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Files } from '../ports.ts';

const folderMode = 0o700;
const fileMode = 0o600;

/** Missing on Windows, where making a link takes a right of its own; there the type is looked up before opening. */
const noFollow = constants.O_NOFOLLOW ?? 0;
/** A pipe in a file's place would hold its reader for ever. */
const noWait = constants.O_NONBLOCK ?? 0;

/** How long files are read before whatever else waits has its turn: half a frame. */
const readingTurnMs = 8;

/** Virus scanners hold a new file for some hundred milliseconds; together these wait two seconds. */
const busyDelaysMs: readonly number[] = [10, 20, 40, 80, 150, 300, 600, 800];

/** The files of a folder that is made, 0700, when the first file is. */
export function createNodeFiles(folder: string, platform: NodeJS.Platform = process.platform): Files {
  const isWindows = platform === 'win32';
  let isFolderReady = false;

  function pathOf(name: string): string {
    if (name === '' || name === '.' || name === '..' || /[/\\:\0]/.test(name)) {
      throw fileError('EINVAL', 'A file name holds no path.');
    }
    return join(folder, name);
  }

  async function makeFolder(): Promise<void> {
    if (isFolderReady) {
      return;
    }
    const firstMade = await mkdir(folder, { recursive: true, mode: folderMode });
    await chmod(folder, folderMode);
    if (firstMade !== undefined) {
      await syncPath(dirname(firstMade));
    }
    isFolderReady = true;
  }

  async function syncPath(path: string): Promise<void> {
    // Windows opens no folders; its file system journals names by itself.
    if (isWindows) {
      return;
    }
    const handle = await open(path, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  return {
    // In place: four calls to another thread and back take several times what reading a small file does.
    read: async (name, limitBytes) => {
      const path = pathOf(name);
      while (isReadingTurnOver()) {
        await nextTurn();
      }
      // From here on nothing is waited for, or many that begin at once would all read in one turn.
      const descriptor = openRegular(path);
      if (descriptor === null) {
        return null;
      }
      try {
        return readAll(descriptor, limitBytes);
      } finally {
        closeSync(descriptor);
      }
    },
    list: async () => {
      try {
        return await readdir(folder);
      } catch (thrown) {
        if (codeOf(thrown) === 'ENOENT') {
          return [];
        }
        throw thrown;
      }
    },
    writeNew: async (name, bytes) => {
      const path = pathOf(name);
      await makeFolder();
      const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | noFollow;
      const handle = await open(path, flags, fileMode);
      try {
        try {
          // A mask may have taken rights from the owner as well.
          await handle.chmod(fileMode);
          await writeAll(handle, bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
      } catch (thrown) {
        await unlink(path).catch(() => {});
        throw thrown;
      }
    },
    rename: async (from, to) => {
      const [source, target] = [pathOf(from), pathOf(to)];
      await whileBusy(() => rename(source, target), isWindows ? busyDelaysMs : []);
    },
    remove: async (name) => {
      const path = pathOf(name);
      await whileBusy(() => unlink(path), isWindows ? busyDelaysMs : []).catch((thrown: unknown) => {
        if (codeOf(thrown) !== 'ENOENT') {
          throw thrown;
        }
      });
    },
    syncFolder: () => syncPath(folder),
  };
}

/** Writes every byte. A disk that is nearly full takes a part and reports success: that is not the end of it. */
export async function writeAll(handle: Pick<FileHandle, 'write'>, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written);
    if (bytesWritten === 0) {
      throw fileError('EIO', 'The disk takes no more bytes.');
    }
    written += bytesWritten;
  }
}

/** Tries again after each of the delays for as long as another program holds the file. */
export async function whileBusy(operation: () => Promise<void>, delaysMs: readonly number[]): Promise<void> {
  for (const delayMs of delaysMs) {
    try {
      return await operation();
    } catch (thrown) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(thrown) ?? '')) {
        throw thrown;
      }
    }
    await delay(delayMs);
  }
  return operation();
}

/** When reading began without anything else having had its turn since. */
let readingSince: number | undefined;

/** Whether others are to have their turn first; where not, it is taken. */
function isReadingTurnOver(): boolean {
  if (readingSince !== undefined) {
    return performance.now() - readingSince > readingTurnMs;
  }
  readingSince = performance.now();
  setImmediate(() => {
    readingSince = undefined;
  });
  return false;
}

function openRegular(path: string): number | null {
  try {
    if (noFollow === 0 && lstatSync(path).isSymbolicLink()) {
      throw fileError('EFTYPE', 'Not a regular file.');
    }
    return openSync(path, constants.O_RDONLY | noFollow | noWait);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') {
      return null;
    }
    // What the system says to opening a link, a socket, and on Windows a folder.
    if (['ELOOP', 'EMLINK', 'ENXIO', 'EISDIR'].includes(codeOf(thrown) ?? '')) {
      throw fileError('EFTYPE', 'Not a regular file.');
    }
    throw thrown;
  }
}

function readAll(descriptor: number, limitBytes: number): Uint8Array {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) {
    throw fileError('EFTYPE', 'Not a regular file.');
  }
  if (stat.size > limitBytes) {
    throw fileError('EFBIG', 'The file is larger than it can be.');
  }
  const bytes = Buffer.alloc(stat.size);
  let read = 0;
  while (read < bytes.length) {
    const bytesRead = readSync(descriptor, bytes, read, bytes.length - read, read);
    if (bytesRead === 0) {
      break;
    }
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

function fileError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}
