/** The file of a record; its copies have the same name and a further ending. */
export const recordFileName = (id: string) => `record-${id}.sealed`;

const pattern = /^record-([a-z0-9-]{1,64})\.sealed(?:\.(new|good|damaged)(?:-[0-9a-f]+)?)?$/;

/** Whose file a name is, or `null` for one that is no record's. */
export function recordIdOf(name: string): string | null {
  return pattern.exec(name)?.[1] ?? null;
}

/** What there is of each record: `record`, `new`, `good`, `damaged`. */
export function groupByRecord(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const [, id, kind = 'record'] = pattern.exec(name) ?? [];
    if (id !== undefined) {
      groups.set(id, (groups.get(id) ?? new Set()).add(kind));
    }
  }
  return groups;
}
