import { textAt, valueAt } from './json-path.ts';
import type { ReadReply } from './reply.ts';

/** What stands at a source in a reply: at a path of its JSON, or as `header:name` in a header, there without the word `Bearer`. */
export function sourceValue(reply: ReadReply, source: string | undefined): unknown {
  if (source === undefined) return undefined;
  const header = headerNamed(source);
  if (header === undefined) return valueAt(reply.json, source);
  return Object.hasOwn(reply.headers, header) ? withoutScheme(reply.headers[header]) : undefined;
}

/** The text at a source, `undefined` where there is none. */
export function sourceText(reply: ReadReply, source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  if (headerNamed(source) === undefined) return textAt(reply.json, source);
  const value = sourceValue(reply, source);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The header that a source names, `undefined` for a path. */
export function headerNamed(source: string): string | undefined {
  return /^header:(.+)$/s.exec(source)?.[1]?.toLowerCase();
}

function withoutScheme(value: string | undefined): string | undefined {
  return value?.trim().replace(/^bearer\s+/i, '');
}
