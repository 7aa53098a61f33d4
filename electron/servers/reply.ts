import type { ProblemCode } from '../contract/problem.ts';
import type { Match } from '../contract/request-template.ts';
import type { HttpReply } from '../ports.ts';
import { valuesAt } from './json-path.ts';

/** The proofs that a request carried, beside what its template says. */
export interface SentProofs {
  readonly secrets: readonly string[];
  /** Problems as which the refusal of one of them may appear. */
  readonly doubts: readonly ProblemCode[];
  /** True where they would be made otherwise now: there is another nonce, or the clocks were found to differ. */
  readonly isOutdated: boolean;
}

/** A reply with its body read as JSON; `json` is `undefined` where the body is none. */
export interface ReadReply extends HttpReply {
  readonly json: unknown;
  /** A web page: an error page, a captive portal, a sign-in form. Never the word of an API. */
  readonly isHtml: boolean;
  /** What was made for the one request that this answers. */
  readonly sent?: SentProofs;
}

/** Reads a body as JSON whatever its type says, except for a web page; never throws. */
export function readReply(reply: HttpReply): ReadReply {
  const text = reply.body.replace(/^\ufeff/, '').trim();
  const declaresHtml = /^\s*(text\/html|application\/xhtml)/i.test(reply.headers['content-type'] ?? '');
  const isHtml = text !== '' && (declaresHtml || text.startsWith('<'));
  return { ...reply, json: isHtml ? undefined : parseJson(text), isHtml };
}

/** What a reply is that lacks what it must hold: no JSON at all, or JSON of another shape. */
export function misfit({ json }: ReadReply): ProblemCode {
  return json === undefined ? 'reply-not-json' : 'reply-malformed';
}

export function isSuccess(reply: HttpReply): boolean {
  return reply.status >= 200 && reply.status < 300;
}

/** True when every part of the match that is given holds. */
export function matchesReply(match: Match, reply: ReadReply): boolean {
  if (match.status && !match.status.includes(reply.status)) return false;
  if (match.empty !== undefined && match.empty !== (reply.body.trim() === '')) return false;
  if (match.path === undefined) return true;
  const found = valuesAt(reply.json, match.path);
  if (match.exists !== undefined && match.exists !== found.length > 0) return false;
  const { equals, startsWith } = match;
  if (equals !== undefined && !found.includes(equals)) return false;
  if (startsWith === undefined) return true;
  return found.some((value) => typeof value === 'string' && value.startsWith(startsWith));
}

/** Length of a server's `Retry-After`: a longer wait would look like a session that was forgotten. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/** When the server wants to be asked again, epoch ms by the local clock. @see RFC 9110 §10.2.3 */
export function retryAt(reply: HttpReply): number | undefined {
  const text = reply.headers['retry-after']?.trim();
  if (!text) return undefined;
  const delayMs = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - (serverDate(reply) ?? reply.receivedAt);
  if (Number.isNaN(delayMs)) return undefined;
  return reply.receivedAt + Math.min(Math.max(delayMs, 0), MAX_RETRY_AFTER_MS);
}

/** The server's clock as its `Date` header shows it, epoch ms. */
export function serverDate(reply: HttpReply): number | undefined {
  const date = Date.parse(reply.headers.date ?? '');
  return Number.isNaN(date) ? undefined : date;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
