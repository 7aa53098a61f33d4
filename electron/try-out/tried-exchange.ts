import { isSecretName } from '../contract/kind-secrets.ts';
import type { TriedExchange } from '../contract/try-out.ts';
import type { HttpReply, HttpRequest } from '../ports.ts';
import { readReply } from '../servers/reply.ts';
import { MASK, maskGuessed, maskKnown, maskWords } from './mask.ts';

/** More is no answer to a login, and would make the window slow. */
const MAX_BODY = 16_000;
/** Deeper JSON is nothing that a path could be written for. */
const MAX_DEPTH = 20;

/** A request that was made, and what came back. */
export interface Seen {
  readonly request: HttpRequest;
  readonly reply: HttpReply | null;
}

/** Shows a request and its answer with every secret masked. */
export function triedExchange({ request, reply }: Seen, secrets: readonly string[]): TriedExchange {
  const headers = Object.entries(request.headers).map(([name, value]) => ({
    name,
    value: /^authorization$/i.test(name) ? maskedCredentials(value) : maskKnown(name, value, secrets),
  }));
  return {
    method: request.method,
    url: maskKnown('', request.url, secrets),
    headers,
    body: request.body === undefined ? null : maskedBody(request, request.body, secrets),
    answer: reply && answerOf(reply, secrets),
  };
}

/** The scheme tells how somebody is let in, and the rest lets them in. */
function maskedCredentials(value: string): string {
  const [scheme = '', ...rest] = value.split(' ');
  if (rest.length === 0) return MASK;
  return /^\{\w+\}$/.test(rest.join(' ')) ? value : `${scheme} ${MASK}`;
}

function maskedBody({ headers }: HttpRequest, body: string, secrets: readonly string[]): string {
  if (headers['Content-Type'] === 'application/json') {
    return JSON.stringify(
      maskJson(JSON.parse(body), { left: Number.POSITIVE_INFINITY }, '', secrets, maskKnown),
    );
  }
  return [...new URLSearchParams(body)]
    .map(([name, value]) => {
      const masked = maskKnown(name, value, secrets);
      const isShown = masked === value;
      return isShown
        ? new URLSearchParams([[name, value]]).toString()
        : `${encodeURIComponent(name)}=${masked}`;
    })
    .join('&');
}

function answerOf(reply: HttpReply, secrets: readonly string[]): TriedExchange['answer'] {
  const headers = Object.entries(reply.headers).map(([name, value]) => ({
    name,
    value: maskGuessed(name, value, secrets),
  }));
  const { status, sentAt, receivedAt } = reply;
  return { status, elapsedMs: receivedAt - sentAt, headers, ...bodyOf(reply, secrets) };
}

function bodyOf(
  reply: HttpReply,
  secrets: readonly string[],
): { readonly body: string; readonly cut: boolean } {
  const { json, body: text } = readReply(reply);
  if (json === undefined) {
    const body = maskWords(text, secrets);
    // What is cut is masked already, so that no half of a secret is left at the end.
    const shown = maskKnown('', body.slice(0, MAX_BODY / 2), secrets);
    return { body: shown, cut: body.length > MAX_BODY / 2 };
  }
  const budget: Budget = { left: MAX_BODY };
  const masked = maskJson(json, budget, '', secrets, maskGuessed);
  return { body: JSON.stringify(masked, null, 2), cut: budget.left <= 0 };
}

interface Budget {
  left: number;
}

type Mask = (name: string, text: string, secrets: readonly string[]) => string;

function maskJson(
  value: unknown,
  budget: Budget,
  name: string,
  secrets: readonly string[],
  mask: Mask,
  depth = 0,
): unknown {
  if (typeof value === 'string') {
    const masked = mask(name, value, secrets);
    budget.left -= masked.length;
    return masked;
  }
  if (typeof value !== 'object' || value === null) {
    budget.left -= 4;
    const isSecret = secrets.includes(String(value)) || (typeof value === 'number' && isSecretName(name));
    return isSecret ? MASK : value;
  }
  if (depth > MAX_DEPTH) {
    budget.left = 0;
    return '…';
  }
  const inner = (one: unknown, called: string): unknown =>
    maskJson(one, budget, called, secrets, mask, depth + 1);
  if (Array.isArray(value)) return taken(value, budget, (one) => inner(one, name));
  const members = taken(Object.entries(value), budget, ([member, one]) => {
    budget.left -= member.length;
    return [maskWords(member, secrets), inner(one, member)] as const;
  });
  return Object.fromEntries(members);
}

function taken<One, Masked>(
  all: readonly One[],
  budget: Budget,
  mask: (one: One) => Masked,
): readonly Masked[] {
  const masked: Masked[] = [];
  for (const one of all) {
    if (budget.left <= 0) break;
    masked.push(mask(one));
  }
  return masked;
}
