/** Where things stand in JSON text, by line, counted from one. */
export interface JsonScan {
  /** By path, names and indices joined by dots. */
  readonly lines: Readonly<Record<string, number>>;
  /** The line at which the text stops being JSON; null where all of it is. */
  readonly faultAt: number | null;
}

/** As far as a string, a number or a word may reach; `JSON.parse` then says whether it is one. */
const scalar = /"(?:[^"\\]|\\.)*"|[-+.\w]+/sy;

/** Deeper than any description: it keeps a text of brackets alone from exhausting the stack. */
const maxDepth = 100;

/** Finds the lines of a JSON text. `JSON.parse` tells no lines that every runtime agrees on. */
export function scanJson(text: string): JsonScan {
  const lines = new Map<string, number>();
  let at = 0;

  function skipSpace(): void {
    while (/[ \t\r\n]/.test(text.charAt(at))) at += 1;
  }

  function takes(character: string): boolean {
    skipSpace();
    if (text.charAt(at) !== character) return false;
    at += 1;
    return true;
  }

  function readScalar(isName: boolean): string | null {
    skipSpace();
    scalar.lastIndex = at;
    const [found] = scalar.exec(text) ?? [];
    if (found === undefined || !isJson(found) || (isName && !found.startsWith('"'))) return null;
    at += found.length;
    return found;
  }

  function readMembers(close: string, path: string, depth: number): boolean {
    if (takes(close)) return true;
    for (let index = 0; ; index += 1) {
      skipSpace();
      const line = lineAt(text, at);
      const name = close === '}' ? readScalar(true) : String(index);
      if (name === null || (close === '}' && !takes(':'))) return false;
      const inner = joined(path, close === '}' ? String(JSON.parse(name)) : name);
      lines.set(inner, line);
      if (!readValue(inner, depth + 1)) return false;
      if (takes(close)) return true;
      if (!takes(',')) return false;
    }
  }

  function readValue(path: string, depth: number): boolean {
    if (depth > maxDepth) return false;
    if (takes('{')) return readMembers('}', path, depth);
    if (takes('[')) return readMembers(']', path, depth);
    return readScalar(false) !== null;
  }

  const isRead = readValue('', 0);
  skipSpace();
  const isWhole = isRead && at === text.length;
  return { lines: Object.fromEntries(lines), faultAt: isWhole ? null : lineAt(text, at) };
}

/** The line of a part, or of the nearest part around it that is there. */
export function lineOf({ lines }: JsonScan, path: string): number {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const line = lines[names.slice(0, length).join('.')];
    if (line !== undefined) return line;
  }
  return 1;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
