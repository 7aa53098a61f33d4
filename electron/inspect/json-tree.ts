/** JSON as it stands in the text: names in their order, also those that stand twice, and numbers with their own digits. */
export type JsonTree =
  | { readonly type: 'object'; readonly entries: readonly JsonEntry[] }
  | { readonly type: 'array'; readonly items: readonly JsonTree[] }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'number' | 'boolean' | 'null'; readonly text: string };

export interface JsonEntry {
  readonly name: string;
  readonly value: JsonTree;
}

interface Open {
  readonly entries: JsonEntry[] | null;
  readonly items: JsonTree[];
  name: string | null;
}

const piece = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s{}[\],:"]+/gs;

/** Reads a text that `JSON.parse` takes, which forgets such things. Throws a `SyntaxError` for any other. It never calls itself, so depth costs no stack. */
export function readJsonTree(text: string): JsonTree {
  JSON.parse(text);
  const open: Open[] = [];
  let whole: JsonTree | null = null;

  function put(value: JsonTree): void {
    const parent = open.at(-1);
    if (!parent) whole = value;
    else if (parent.entries) parent.entries.push({ name: parent.name ?? '', value });
    else parent.items.push(value);
    if (parent) parent.name = null;
  }

  for (const [token] of text.matchAll(piece)) {
    const parent = open.at(-1);
    if (token === '{') open.push({ entries: [], items: [], name: null });
    else if (token === '[') open.push({ entries: null, items: [], name: null });
    else if (token === '}' || token === ']') {
      const closed = open.pop();
      if (closed?.entries) put({ type: 'object', entries: closed.entries });
      else if (closed) put({ type: 'array', items: closed.items });
    } else if (token.startsWith('"') && parent?.entries && parent.name === null) {
      parent.name = String(JSON.parse(token));
    } else put(scalar(token));
  }
  if (whole === null) throw new SyntaxError('There is no JSON in this text.');
  return whole;
}

function scalar(token: string): JsonTree {
  if (token.startsWith('"')) return { type: 'string', text: String(JSON.parse(token)) };
  if (token === 'null') return { type: 'null', text: token };
  return { type: token === 'true' || token === 'false' ? 'boolean' : 'number', text: token };
}

/** What stands directly within: the values of an object, the items of a list. */
function within(tree: JsonTree): readonly JsonTree[] {
  if (tree.type === 'object') return tree.entries.map(({ value }) => value);
  return tree.type === 'array' ? tree.items : [];
}

/** Everything in it, itself among it, level by level: no depth exhausts the stack. */
export function* eachWithin(tree: JsonTree): Generator<JsonTree> {
  let level: readonly JsonTree[] = [tree];
  while (level.length > 0) {
    yield* level;
    level = level.flatMap(within);
  }
}

export function isDeeperThan(tree: JsonTree, limit: number): boolean {
  let level: readonly JsonTree[] = [tree];
  for (let depth = 0; depth < limit; depth += 1) {
    level = level.flatMap(within);
    if (level.length === 0) return false;
  }
  return true;
}
