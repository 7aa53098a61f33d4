import { placeholdersOf } from '../contract/request-template.ts';
import { Failure } from '../failure.ts';
import { fillTemplate, type Values } from './fill-template.ts';

/** A name and its value, in the order in which they are sent. */
export type Named = readonly [name: string, value: string];

/** More than any server takes, and no burden to go through. */
const MAX_LINES = 200;
const MAX_NAME = 200;

/** Reads lines of `name=value` as a setting holds them. Throws `bad-input` with that setting for a line that is none. */
export function namedLines(template: string | undefined, values: Values): readonly Named[] {
  const text = template === undefined ? undefined : fillTemplate(template, values);
  const lines = (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const named = lines.length > MAX_LINES ? [undefined] : lines.map(namedLine);
  return named.map((pair) => {
    if (pair) return pair;
    const [field] = placeholdersOf(template ?? '');
    throw new Failure('bad-input', field === undefined ? {} : { field });
  });
}

/** Found by hand: an expression for it goes over the spaces of a long line again and again. */
function namedLine(line: string): Named | undefined {
  const end = line.indexOf('=');
  const name = line.slice(0, Math.max(end, 0)).trim();
  const value = line.slice(end + 1).trim();
  const isOne = name !== '' && name.length <= MAX_NAME && !/[\r\u2028\u2029]/.test(value);
  return isOne ? [name, value] : undefined;
}
