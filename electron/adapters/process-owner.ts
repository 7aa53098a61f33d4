import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoleOwner } from '../ports.ts';
import { writeAll } from './node-files.ts';

/** Ids of processes are used again, after a restart from the start: only with boot and birth does an id mean one process. */
interface ProcessMark {
  readonly pid: number;
  /** Empty where the system does not tell. */
  readonly boot: string;
  readonly birth: string;
}

const ownerPattern = /^owner-(\d{1,15})$/;

/**
 * Owns a folder by the highest numbered file in it. Whoever finds the highest one's process dead makes the next number, which only
 * one can; the file of a process that was killed is never waited for. Throws what the disk throws.
 */
export function createProcessOwner(folder: string): SoleOwner {
  let isOwner = false;

  async function numbers(): Promise<readonly number[]> {
    return (await readdir(folder))
      .flatMap((name) => {
        const [, digits] = ownerPattern.exec(name) ?? [];
        return digits === undefined ? [] : [Number(digits)];
      })
      .sort((one, other) => other - one);
  }

  async function make(number: number): Promise<boolean> {
    const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`);
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
    const handle = await open(draft, flags, 0o600);
    try {
      await writeAll(handle, Buffer.from(JSON.stringify(await markOf(process.pid))));
    } finally {
      await handle.close();
    }
    try {
      // A link appears with its content at once, and never over what is there.
      await link(draft, join(folder, `owner-${number}`));
      return true;
    } catch (thrown) {
      // Taken by another, or the draft was cleared away by the one who did.
      if (thrown instanceof Error && 'code' in thrown && ['EEXIST', 'ENOENT'].includes(String(thrown.code))) {
        return false;
      }
      throw thrown;
    } finally {
      await unlink(draft).catch(() => {});
    }
  }

  async function claim(): Promise<boolean> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [highest = 0] = await numbers();
    if (highest > 0 && (await isAlive(join(folder, `owner-${highest}`)))) {
      return false;
    }
    const mine = highest + 1;
    if (!(await make(mine))) {
      return false;
    }
    const after = await numbers();
    // Numbers were taken and given up while this process slept between its look and its claim.
    if (after[0] !== mine) {
      await unlink(join(folder, `owner-${mine}`)).catch(() => {});
      return false;
    }
    const drafts = (await readdir(folder)).filter((name) => name.startsWith('draft-'));
    for (const old of [...after.slice(1).map((number) => `owner-${number}`), ...drafts]) {
      await unlink(join(folder, old)).catch(() => {});
    }
    return true;
  }

  return {
    claim: async () => {
      isOwner ||= await claim();
      return isOwner;
    },
  };
}

async function isAlive(path: string): Promise<boolean> {
  const written = parse(await readFile(path, 'utf8').catch(() => ''));
  if (written === null) {
    return false;
  }
  const now = await markOf(written.pid);
  return now !== null && now.boot === written.boot && now.birth === written.birth;
}

/** `null` when there is no such process. */
async function markOf(pid: number): Promise<ProcessMark | null> {
  if (process.platform !== 'linux') {
    return isRunning(pid) ? { pid, boot: '', birth: '' } : null;
  }
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) {
    return null;
  }
  // The name in brackets may hold anything; after it, the first field is the state and the twentieth the start, in ticks since boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isGone = fields[0] === 'Z' || fields[0] === 'X';
  return isGone ? null : { pid, boot: boot.trim(), birth: fields[19] ?? '' };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Somebody else's process is one all the same.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function parse(text: string): ProcessMark | null {
  try {
    const { pid, boot, birth } = JSON.parse(text);
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, boot: String(boot), birth: String(birth) } : null;
  } catch {
    return null;
  }
}
