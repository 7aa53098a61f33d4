import { isMap, isSeq, parseDocument } from 'yaml';
import { explainedLimit } from '../contract/explanation.ts';
import { Unusable } from './unusable.ts';

/** Reading a million characters of YAML takes about a second. */
const MAX_YAML = 1024 * 1024;
/** What nests deeper is made to break readers. */
const MAX_DEPTH = 200;

/** Reads JSON or YAML; `undefined` for text that is neither a list nor a map. Throws an {@link Unusable} for what is too much or broken. */
export function readDocument(text: string): unknown {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const isBracketed = /^[{[]/.test(trimmed);
  if (isBracketed) {
    if (trimmed.length > explainedLimit) throw new Unusable('too-large');
    const json = parsedJson(trimmed);
    if (json !== undefined) return json;
  }
  if (!/^(---|%YAML|#|["']?[\w$-]+["']?[ \t]*:(\s|$))/.test(trimmed) && !isBracketed) return undefined;
  if (trimmed.length > MAX_YAML) throw new Unusable('too-large');
  if (isTooDeep(trimmed)) throw new Unusable('too-deep');
  try {
    const document = parseDocument(trimmed, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) throw new Unusable('broken-document');
    if (!isMap(document.contents) && !isSeq(document.contents)) return undefined;
    // Aliases within aliases grow without end; no OpenAPI document needs a hundred.
    return document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    throw thrown instanceof Unusable ? thrown : new Unusable('broken-document');
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reader of YAML calls itself for every level, so depth is measured beforehand, by brackets and by indentation. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  // Each space belongs to one part of the expression alone: a line that almost fits would be split in every way there is.
  return /^[ ]{1000}|^[ ]*(?:[-?:][ ]+){100}/m.test(text);
}
