import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { Purpose, ServerKind } from '../contract/server-kind.ts';
import type { HttpReply } from '../ports.ts';
import { textAt, valueAt, valuesAt } from './json-path.ts';
import { oauthError } from './oauth-errors.ts';
import { isSuccess, matchesReply, type ReadReply, retryAt } from './reply.ts';
import { sourceValue } from './reply-source.ts';
import { cleanWords } from './server-words.ts';

/**
 * Says what is wrong with a reply, `null` for a success. The kind's own rules come first, then OAuth's words, then the status;
 * a web page is never taken for a refusal, whoever sent it.
 */
export function refusalOf(
  kind: ServerKind,
  purpose: Purpose,
  reply: ReadReply,
  secrets: readonly string[],
): Problem | null {
  const found = recognised(kind, purpose, reply, secrets) ?? byStatus(kind, purpose, reply);
  if (!found) return null;
  const fields = fieldProblems(kind, reply, secrets);
  const [firstField] = Object.keys(fields);
  const field = found.field ?? (found.code === 'bad-input' ? firstField : undefined);
  const says = serverSays(kind, reply, secrets);
  const nextTryAt = retryAt(reply);
  const isGateways = found.code === 'server-failed' && gatewayStatuses.includes(reply.status);
  return {
    code: found.code,
    status: reply.status,
    ...(says !== undefined && { serverSays: says }),
    ...(field !== undefined && { field }),
    ...(firstField !== undefined && { fields }),
    ...(found.detail !== undefined && { detail: found.detail }),
    ...(purpose === 'refresh' && isGateways && { done: 'maybe' }),
    ...(nextTryAt !== undefined && { nextTryAt }),
  };
}

/**
 * What stands between says that the server's own answer did not come, or not whole: 502 and 504, and Cloudflare's 520 and 524 for the same.
 * The server may have acted before. Not 503: who sends that says that nothing was begun, since it is too busy or has no server to pass
 * the request to, with `Retry-After` or without. Were it taken for a lost answer too, every busy server would cost the last fifth of a
 * token's life. @see RFC 9110 §15.6
 */
const gatewayStatuses: readonly number[] = [502, 504, 520, 524];

interface Found {
  readonly code: ProblemCode;
  readonly field?: string | undefined;
  readonly detail?: string | undefined;
}

function recognised(
  kind: ServerKind,
  purpose: Purpose,
  reply: ReadReply,
  secrets: readonly string[],
): Found | undefined {
  if (reply.status >= 300 && reply.status < 400) {
    return { code: 'redirected', detail: redirectTarget(reply, secrets) };
  }
  const rule = kind.refusals?.find(({ on, match }) => on.includes(purpose) && matchesReply(match, reply));
  if (rule) return rule;
  if (reply.status === 429) return { code: 'server-busy' };
  const grants = purpose === 'login' || purpose === 'refresh';
  const hasToken = sourceValue(reply, kind.grant.accessToken) !== undefined;
  const error = proofError(reply) ?? valueAt(reply.json, 'error');
  if (isSuccess(reply) && (!grants || hasToken || typeof error !== 'string')) return undefined;
  return oauthError(error, purpose) ?? (isSuccess(reply) ? { code: 'server-refused' } : undefined);
}

/** An API may refuse a proof in the challenge alone. @see RFC 9449 §7.1, §9 */
function proofError({ status, headers }: HttpReply): string | undefined {
  if (status !== 401) return undefined;
  return /\berror="?(use_dpop_nonce|invalid_dpop_proof)\b/.exec(headers['www-authenticate'] ?? '')?.[1];
}

interface StatusRule {
  /** Every purpose where none is named. */
  readonly on?: readonly Purpose[];
  readonly status?: (status: number) => boolean;
  readonly body?: (reply: ReadReply) => boolean;
  readonly code: ProblemCode;
}

const oneOf =
  (...statuses: readonly number[]) =>
  (status: number): boolean =>
    statuses.includes(status);

/** What a status means where the server gave no words that say more; the first rule that fits decides. */
const statusRules: readonly StatusRule[] = [
  { status: oneOf(408, 425, 429), code: 'server-busy' },
  { status: (status) => status >= 500, code: 'server-failed' },
  { status: oneOf(404, 405, 410), code: 'not-found' },
  { body: ({ isHtml }) => isHtml, code: 'reply-not-json' },
  // A 401 without the server's own words may be a proxy's.
  { on: ['login'], status: oneOf(401), body: ({ json }) => json !== undefined, code: 'credentials-refused' },
  { on: ['login'], status: oneOf(422), code: 'bad-input' },
  { on: ['register'], status: oneOf(409), code: 'already-exists' },
  { on: ['register'], status: oneOf(400, 422), code: 'bad-input' },
  { on: ['login', 'refresh', 'register', 'authorize'], code: 'server-refused' },
  { status: oneOf(401), code: 'token-refused' },
  { code: 'server-refused' },
];

function byStatus(kind: ServerKind, purpose: Purpose, reply: ReadReply): Found | undefined {
  const { status } = reply;
  if (isSuccess(reply)) return undefined;
  const isRefusedByKind = purpose === 'refresh' && kind.refresh?.refusedBy?.includes(status) === true;
  if (isRefusedByKind && !reply.isHtml) return { code: 'grant-refused' };
  return statusRules.find(
    (rule) =>
      (rule.on?.includes(purpose) ?? true) && (rule.status?.(status) ?? true) && (rule.body?.(reply) ?? true),
  );
}

/** Where a redirect leads, without the query, which may hold what was sent, and nothing at all where the path holds it. */
function redirectTarget(reply: HttpReply, secrets: readonly string[]): string | undefined {
  const location = reply.headers.location?.trim();
  if (!location) return undefined;
  try {
    const isFull = /^[a-z][a-z0-9+.-]*:/i.test(location) || location.startsWith('//');
    const url = new URL(location, 'https://server.invalid');
    const origin = isFull && url.origin !== 'null' ? url.origin : '';
    return cleanWords(`${origin}${url.pathname}`, secrets) ?? cleanWords(origin, secrets);
  } catch {
    return undefined;
  }
}

function serverSays(kind: ServerKind, reply: ReadReply, secrets: readonly string[]): string | undefined {
  for (const path of kind.errors.text) {
    const text = textAt(reply.json, path);
    if (text !== undefined) return cleanWords(text, secrets);
  }
  const listed = listedErrors(kind, reply).map(({ name, message }) =>
    name ? `${name}: ${message}` : message,
  );
  if (listed.length > 0) return cleanWords(listed.join('; '), secrets);
  const isPlain = /^text\/plain/i.test(reply.headers['content-type'] ?? '') && reply.json === undefined;
  return isPlain ? cleanWords(reply.body, secrets) : undefined;
}

function fieldProblems(
  kind: ServerKind,
  reply: ReadReply,
  secrets: readonly string[],
): Record<string, string> {
  const known = listedErrors(kind, reply).flatMap(({ name, message }) => {
    const names = kind.errors.fields ?? {};
    const field = name !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
    const words = cleanWords(message, secrets);
    return field === undefined || words === undefined ? [] : [[field, words] as const];
  });
  return Object.fromEntries(known);
}

/** More complaints than a form has fields are not read. */
const MAX_LISTED = 20;

function listedErrors(kind: ServerKind, reply: ReadReply) {
  const { list } = kind.errors;
  if (!list) return [];
  return valuesAt(reply.json, `${list.path}.*`)
    .slice(0, MAX_LISTED)
    .flatMap((entry) => {
      const message = textAt(entry, list.message);
      const location = valuesAt(entry, `${list.location}.*`).filter((part) => typeof part === 'string');
      return message === undefined ? [] : [{ name: location.at(-1), message }];
    });
}
