import { Failure } from '../failure.ts';
import { fillTemplate, placeholdersOf, type Values } from './fill-template.ts';

/** A name and its value, in the order in which they are sent. */
export type Named = readonly [name: string, value: string];

/** Reads lines of `name=value` as a setting holds them. Throws `bad-input` with that setting for a line that is none. */
export function namedLines(template: string | undefined, values: Values): readonly Named[] {
  const text = template === undefined ? undefined : fillTemplate(template, values);
  const lines = (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, name, value] = /^\s*([^=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return [name, value];
    const [field] = placeholdersOf(template ?? '');
    throw new Failure('bad-input', field === undefined ? {} : { field });
  });
}
