import { readdir, readFile } from 'node:fs/promises';

/** Command line and environment of a process and all that descend from it: what any user of the machine, or its owner, can read. */
export async function processTexts(pid: number): Promise<ReadonlyMap<string, Buffer>> {
  const texts = new Map<string, Buffer>();
  for (const one of await family(pid)) {
    for (const name of ['cmdline', 'environ']) {
      const path = `/proc/${one}/${name}`;
      // It may have ended meanwhile.
      texts.set(path, await readFile(path).catch(() => Buffer.alloc(0)));
    }
  }
  return texts;
}

/** The process itself and its descendants. */
async function family(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in brackets may hold anything; after it come the state and the parent.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(Number(name), Number(parent));
  }
  const isOfFamily = (one: number | undefined): boolean =>
    one !== undefined && (one === pid || (one > 1 && isOfFamily(parents.get(one))));
  return [...parents.keys()].filter(isOfFamily);
}
