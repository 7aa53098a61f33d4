import type { JsonTree } from './json-tree.ts';

/** A list or an object that is no longer stands on one line. */
const LINE = 44;

/** Writes JSON with the digits that it had: on one line where that is short, else indented. For what is not deep. */
export function writeJson(tree: JsonTree, indent = ''): string {
  const line = onOneLine(tree);
  if (line.length <= LINE || (tree.type !== 'object' && tree.type !== 'array')) return line;
  const inner = `${indent}  `;
  const parts =
    tree.type === 'object'
      ? tree.entries.map(({ name, value }) => `${JSON.stringify(name)}: ${writeJson(value, inner)}`)
      : tree.items.map((item) => writeJson(item, inner));
  const [start, end] = tree.type === 'object' ? ['{', '}'] : ['[', ']'];
  return `${start}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${end}`;
}

function onOneLine(tree: JsonTree): string {
  switch (tree.type) {
    case 'object': {
      const entries = tree.entries.map(({ name, value }) => `${JSON.stringify(name)}: ${onOneLine(value)}`);
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    case 'array':
      return `[${tree.items.map(onOneLine).join(', ')}]`;
    case 'string':
      return JSON.stringify(tree.text);
    default:
      return tree.text;
  }
}
