import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the processor's time in /proc; the same on every Linux there is. */
const ticksPerSecond = 100;

/** A process and all that descend from it. */
export function processTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const fields = statOf(Number(name));
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

/** Seconds of the processor's time that the processes have had, and those of their children that have ended. */
export function processorSeconds(pids: readonly number[]): number {
  const ticks = pids.flatMap((pid) => statOf(pid)?.slice(11, 15).map(Number) ?? []);
  return ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond;
}

/** Proportional set size of the processes, MiB: what is shared counts in shares. */
export function memoryMib(pids: readonly number[]): number {
  const kib = pids.map((pid) => {
    const text = read(`/proc/${pid}/smaps_rollup`);
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
  });
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The fields of /proc/PID/stat after the name, which may hold anything: state, parent, … */
function statOf(pid: number): readonly string[] | null {
  if (!Number.isInteger(pid)) return null;
  const text = read(`/proc/${pid}/stat`);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
