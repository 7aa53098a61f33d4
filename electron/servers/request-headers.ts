import { isHeaderName } from '../contract/header-name.ts';
import { placeholdersOf } from '../contract/request-template.ts';
import { Failure } from '../failure.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { namedLines } from './named-lines.ts';

/** Printable ASCII, with no space at its ends: a line break would start a header of its own. @see RFC 9110 §5.5 */
const safeValue = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Fills the headers of a template into those of the request. One whose value is missing is left out; one that is there already is
 * replaced, but never `Authorization`, which would let somebody in twice. Throws `bad-input` for what cannot stand in a header.
 */
export function withHeaders(
  own: Readonly<Record<string, string>>,
  further: Readonly<Record<string, string>>,
  lines: string | undefined,
  values: Values,
): Readonly<Record<string, string>> {
  const filled = Object.entries(further).map(([name, text]) => {
    return { name, value: fillTemplate(text, values), field: placeholdersOf(text)[0] ?? name };
  });
  const more = namedLines(lines, values).map(([name, value]) => {
    return { name, value, field: placeholdersOf(lines ?? '')[0] ?? name };
  });
  const headers = new Map(Object.entries(own));
  for (const { name, value, field } of [...filled, ...more]) {
    if (value === undefined) continue;
    const same = [...headers.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
    const isDouble = same?.toLowerCase() === 'authorization';
    if (!isHeaderName(name) || !safeValue.test(value) || isDouble) throw new Failure('bad-input', { field });
    if (same !== undefined) headers.delete(same);
    headers.set(name, value);
  }
  return Object.fromEntries(headers);
}
