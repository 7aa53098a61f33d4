import { execFile } from 'node:child_process';
import {
  chmod,
  type FileHandle,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createNodeFiles, whileBusy, writeAll } from '../../../electron/adapters/node-files.ts';
import { safeWrite } from '../../../electron/vault/safe-write.ts';

const code = (name: string) => expect.objectContaining({ code: name });
let folder = '';

beforeEach(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'lanyard-files-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  folder = join(parent, 'deep', 'vault');
});

test('writes, lists, renames and removes files of a folder that it makes when it first needs it', async () => {
  const files = createNodeFiles(folder);
  expect(await files.list()).toEqual([]);
  expect(await files.read('a', 10)).toBeNull();
  await files.remove('a');
  await expect(stat(folder)).rejects.toThrow(code('ENOENT'));
  await files.writeNew('a', Buffer.from('hello'));
  await files.rename('a', 'b');
  await files.syncFolder();
  expect(await files.list()).toEqual(['b']);
  expect(Buffer.from((await files.read('b', 5)) ?? []).toString()).toBe('hello');
  await files.remove('b');
  await files.remove('b');
  expect(await files.list()).toEqual([]);
});

test.each([0, 0o077, 0o777])(
  'makes files 0600 and closes the folder to others under the mask %o',
  async (mask) => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    const before = process.umask(mask);
    onTestFinished(() => void process.umask(before));
    await createNodeFiles(folder).writeNew('a', Buffer.from('x'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600);
  },
);

test('never writes over a file, nor through a link', async () => {
  const files = createNodeFiles(folder);
  await files.writeNew('a', Buffer.from('first'));
  await expect(files.writeNew('a', Buffer.from('second'))).rejects.toThrow(code('EEXIST'));
  await symlink(join(folder, 'elsewhere'), join(folder, 'link'));
  await expect(files.writeNew('link', Buffer.from('second'))).rejects.toThrow(code('EEXIST'));
  expect((await readdir(folder)).sort()).toEqual(['a', 'link']);
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('first');
});

test.runIf(process.platform !== 'win32')(
  'a save is on the disk before the file has its name, and its name before it counts as saved',
  async () => {
    const files = createNodeFiles(folder);
    await files.writeNew('b', Buffer.from('old'));
    const seen: string[] = [];
    const probe = await open(join(folder, 'b'));
    const handles: FileHandle = Object.getPrototypeOf(probe);
    await probe.close();
    const { sync } = handles;
    vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
      const synced = await this.stat();
      const names = await readdir(folder);
      const nameOf = async (name: string) =>
        (await stat(join(folder, name))).ino === synced.ino ? name : '';
      const own = (await Promise.all(names.map(nameOf))).join('');
      const text = await readFile(join(folder, 'b'), 'utf8');
      seen.push(`${synced.isDirectory() ? 'folder' : `${own} of ${synced.size}`} while b is ${text}`);
      await sync.call(this);
    });
    const bytes = Buffer.from('new one');
    await safeWrite(files, { name: 'b', bytes, verify: () => {}, keepsLastGood: false });
    expect(seen).toEqual(['b.new of 7 while b is old', 'folder while b is new one']);
  },
);

test('a folder that is made is on the disk before anything in it counts', async () => {
  const synced: number[] = [];
  const probe = await open(tmpdir());
  const handles: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const { sync } = handles;
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    synced.push((await this.stat()).ino);
    await sync.call(this);
  });
  await createNodeFiles(folder).writeNew('a', Buffer.from('x'));
  const inodeOf = async (path: string) => (await stat(path)).ino;
  expect(synced).toEqual([await inodeOf(dirname(dirname(folder))), await inodeOf(join(folder, 'a'))]);
});

test('reads regular files up to the limit, and nothing else', async () => {
  const files = createNodeFiles(folder);
  await files.writeNew('a', Buffer.alloc(100));
  expect(await files.read('a', 100)).toHaveLength(100);
  await expect(files.read('a', 99)).rejects.toThrow(code('EFBIG'));
  await mkdir(join(folder, 'folder'));
  await symlink(join(folder, 'a'), join(folder, 'link'));
  await promisify(execFile)('mkfifo', [join(folder, 'pipe')]);
  for (const name of ['folder', 'link', 'pipe']) {
    await expect(files.read(name, 100), name).rejects.toThrow(code('EFTYPE'));
  }
});

test.each([
  ['many small files are read one after the other', { size: 1, times: 10_000, atOnce: 1 }],
  ['some large ones are read at once', { size: 16_000_000, times: 16, atOnce: 16 }],
])('while %s, whatever else waits has its turn', async (_, { size, times, atOnce }) => {
  const files = createNodeFiles(folder);
  await files.writeNew('a', Buffer.alloc(size));
  let [sinceTurn, mostInOneTurn, isOver] = [0, 0, false];
  setImmediate(function next() {
    sinceTurn = 0;
    if (!isOver) setImmediate(next);
  });
  const read = async () => {
    await files.read('a', size);
    sinceTurn += 1;
    mostInOneTurn = Math.max(mostInOneTurn, sinceTurn);
  };
  for (let time = 0; time < times; time += atOnce) await Promise.all(Array.from({ length: atOnce }, read));
  isOver = true;
  // A turn is eight milliseconds, and all of them together take several.
  expect(mostInOneTurn).toBeLessThan(times);
});

test('takes no name that is a path', async () => {
  const files = createNodeFiles(folder);
  for (const name of ['', '.', '..', '../a', 'a/b', 'a\\b', 'C:a', 'a\0']) {
    await expect(files.read(name, 1), name).rejects.toThrow(code('EINVAL'));
    await expect(files.writeNew(name, new Uint8Array()), name).rejects.toThrow(code('EINVAL'));
    await expect(files.rename('a', name), name).rejects.toThrow(code('EINVAL'));
    await expect(files.remove(name), name).rejects.toThrow(code('EINVAL'));
  }
});

test('writes every byte to a disk that takes them in pieces, and gives up on one that takes none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array(),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (bytes, pieces) => {
        const disk = Buffer.alloc(bytes.length);
        let turn = 0;
        const write = async (from: Uint8Array, offset: number, length: number, position: number) => {
          const bytesWritten = Math.min(length, pieces[turn % pieces.length] ?? 1);
          turn += 1;
          disk.set(from.subarray(offset, offset + bytesWritten), position);
          return { bytesWritten, buffer: from };
        };
        await writeAll({ write } as Parameters<typeof writeAll>[0], bytes);
        expect(Uint8Array.from(disk)).toEqual(bytes);
      },
    ),
  );
  const full = { write: async () => ({ bytesWritten: 0 }) } as unknown as Parameters<typeof writeAll>[0];
  await expect(writeAll(full, Buffer.from('x'))).rejects.toThrow(code('EIO'));
});

test('sees the short write of a real disk limit, fails, and leaves no half a file', async () => {
  const script = join(folder, '..', 'write.mts');
  await mkdir(folder, { recursive: true });
  const adapter = join(import.meta.dirname, '../../../electron/adapters/node-files.ts');
  const lines = [
    `import { createNodeFiles } from ${JSON.stringify(adapter)};`,
    `const files = createNodeFiles(${JSON.stringify(folder)});`,
    "await files.writeNew('small', Buffer.alloc(1000));",
    "await files.writeNew('large', Buffer.alloc(200_000)).catch(({ code }) => process.stdout.write(code));",
  ];
  await writeFile(script, lines.join('\n'));
  // 64 blocks of a kilobyte: the first write takes 65,536 bytes and reports success, as on a disk that is nearly full.
  const limited = ['-c', 'ulimit -f 64 && exec "$0" --import tsx "$1"', process.execPath, script];
  const { stdout } = await promisify(execFile)('bash', limited);
  expect(stdout).toBe('EFBIG');
  expect(await readdir(folder)).toEqual(['small']);
});

test('waits for a file that another program holds, for as many times as it is told', async () => {
  let calls = 0;
  const busy = (failures: number, name: string) => async () => {
    calls += 1;
    if (calls <= failures) {
      throw Object.assign(new Error(name), { code: name });
    }
  };
  await whileBusy(busy(2, 'EBUSY'), [0, 0, 0]);
  expect(calls).toBe(3);
  calls = 0;
  await expect(whileBusy(busy(9, 'EPERM'), [0, 0])).rejects.toThrow(code('EPERM'));
  expect(calls).toBe(3);
  calls = 0;
  await expect(whileBusy(busy(9, 'ENOSPC'), [0, 0])).rejects.toThrow(code('ENOSPC'));
  expect(calls).toBe(1);
});
