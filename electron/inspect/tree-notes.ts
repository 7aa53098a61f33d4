import type { TokenNote } from '../contract/inspection.ts';
import { eachWithin, type JsonTree } from './json-tree.ts';

/** What is odd about JSON and does not show once it is parsed: each program may read such a token in another way. */
export function textNotes(trees: readonly JsonTree[], isUtf8: boolean): TokenNote[] {
  const all = trees.flatMap((tree) => [...eachWithin(tree)]);
  return [
    ...(isUtf8 ? [] : (['not-utf8'] as const)),
    ...(all.some(namesTwice) ? (['twice'] as const) : []),
    ...(all.some(isBeyondPrecision) ? (['large-numbers'] as const) : []),
  ];
}

function namesTwice(tree: JsonTree): boolean {
  return tree.type === 'object' && new Set(tree.entries.map(({ name }) => name)).size < tree.entries.length;
}

/** Most programs round it. */
function isBeyondPrecision(tree: JsonTree): boolean {
  return tree.type === 'number' && /^-?\d+$/.test(tree.text) && !Number.isSafeInteger(Number(tree.text));
}
