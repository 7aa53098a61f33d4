import { readdir, readFile, readlink } from 'node:fs/promises';

/** A process and all that it started, as Linux knows them. */
export async function familyOf(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await read(`/proc/${name}/stat`) : '';
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  let size = 0;
  while (size !== family.size) {
    size = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family];
}

/** In one line: what Chromium forks writes its own with blanks. */
export async function commandLineOf(pid: number): Promise<string> {
  return (await read(`/proc/${pid}/cmdline`)).replaceAll('\0', ' ');
}

/** A line of what Linux says of a process, such as `Seccomp`. */
export async function statusOf(pid: number, name: string): Promise<string | undefined> {
  const status = await read(`/proc/${pid}/status`);
  return new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1];
}

/** The TCP addresses at which any of these processes can be reached, as the kernel writes them. */
export async function listeningAt(pids: readonly number[]): Promise<readonly string[]> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((table) => read(`/proc/net/${table}`)));
  const listening = new Map(
    tables
      .join('\n')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A')
      .map((columns) => [`socket:[${columns[9]}]`, columns[1] ?? '']),
  );
  const held = await Promise.all(pids.map(socketsOf));
  return held.flat().flatMap((socket) => listening.get(socket) ?? []);
}

async function socketsOf(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
}

/** Empty for a process that has ended meanwhile. */
function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
