import { z } from 'zod';
import { isHeaderName } from './header-name.ts';

export const requestMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type RequestMethod = (typeof requestMethods)[number];

/** What the longest address that servers take as a rule has. */
const MAX_PATH = 8_000;
/** A body that is typed or pasted by hand; small beside what a window and a clipboard bear. */
const MAX_BODY = 200_000;

/** A request of a profile without what lets it in: the session's token is put in when it is sent or copied. */
export const requestDraftSchema = z.object({
  method: z.enum(requestMethods),
  /** Below the server's address, or a full address on an origin of the server. */
  path: z.string().max(MAX_PATH),
  headers: z.array(z.object({ name: z.string().max(200), value: z.string().max(4_000) })).max(50),
  /** Empty for none. */
  body: z.string().max(MAX_BODY),
  contentType: z.string().max(200),
});
export type RequestDraft = z.infer<typeof requestDraftSchema>;

/** A request that is kept with its server. */
export const savedRequestSchema = requestDraftSchema.extend({
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(200),
});
export type SavedRequest = z.infer<typeof savedRequestSchema>;

/** What can be wrong with a part of a draft; the words are the window's. */
export type DraftFault =
  | 'path-elsewhere'
  | 'path-invalid'
  | 'header-name'
  | 'header-own'
  | 'header-twice'
  | 'header-value'
  | 'content-type'
  | 'too-many';

export function hasBody({ method, body }: Pick<RequestDraft, 'method' | 'body'>): boolean {
  return body !== '' && !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** A name that every language and shell can write without a thought. */
const plainName = /^[a-z\d][\w.-]*$/i;
/** Printable ASCII, with no space at its ends. @see RFC 9110 §5.5 */
const plainValue = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** What is wrong with headers and type, by the place: `headers.0`, `contentType`. Where a path leads, only main can tell. */
export function draftFaults(draft: RequestDraft): Readonly<Record<string, DraftFault>> {
  const faults: Record<string, DraftFault> = {};
  const seen = new Set<string>();
  for (const [index, { name, value }] of draft.headers.entries()) {
    const fault = headerFault(name, value, seen);
    if (fault !== null) faults[`headers.${index}`] = fault;
    seen.add(name.toLowerCase());
  }
  if (hasBody(draft) && !plainValue.test(draft.contentType)) faults.contentType = 'content-type';
  return faults;
}

function headerFault(name: string, value: string, seen: ReadonlySet<string>): DraftFault | null {
  if (/^(authorization|content-type)$/i.test(name)) return 'header-own';
  if (!plainName.test(name) || !isHeaderName(name)) return 'header-name';
  if (seen.has(name.toLowerCase())) return 'header-twice';
  return plainValue.test(value) ? null : 'header-value';
}
