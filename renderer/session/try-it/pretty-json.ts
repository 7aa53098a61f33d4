/** A string, a sign, or anything else up to the next of them. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/gs;

/** Further in, a line would be nothing but its indent, and deep nesting would grow to many times its size. */
const DEEPEST = 40;

/** Lays JSON out in lines without reading it: numbers keep all of their digits, and a name that is there twice stays so. */
export function prettyJson(text: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let isOpened = false;

  function breakLine(): void {
    lines.push(line);
    line = '  '.repeat(Math.min(depth, DEEPEST));
  }

  for (const [part] of text.matchAll(token)) {
    const closes = part === '}' || part === ']';
    if (closes) {
      depth -= 1;
      if (!isOpened) breakLine();
    } else if (isOpened) {
      breakLine();
    }
    isOpened = part === '{' || part === '[';
    line += part === ':' ? ': ' : part;
    if (isOpened) depth += 1;
    if (part === ',') breakLine();
  }
  return [...lines, line].join('\n');
}
