import type { Problem } from '../contract/problem.ts';
import type { RequestTemplate } from '../contract/request-template.ts';
import type { Purpose, ServerKind } from '../contract/server-kind.ts';
import type { Exchange } from '../contract/session.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock, Http, HttpReply } from '../ports.ts';
import { basicCredentials, rawCredentials } from './client-authentication.ts';
import type { CallContext } from './engine.ts';
import type { Values } from './fill-template.ts';
import { secretOfKey } from './key-proof.ts';
import type { OriginNotes } from './origin-notes.ts';
import { prepareRequest } from './prepare-request.ts';
import { refusalOf } from './refusal.ts';
import { type ReadReply, readReply } from './reply.ts';
import { replyClass } from './reply-class.ts';
import { withSecondTries } from './second-try.ts';
import { buildRequest } from './template.ts';

export interface CallPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly origins: OriginNotes;
}

export interface Call {
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly purpose: Purpose;
  readonly template: RequestTemplate;
  readonly values: Values;
  /** The private key, as a JWK, that the tokens of this call are bound to, or are to be. @see RFC 9449 */
  readonly key?: string | null;
}

/**
 * Sends one call, records it, and hands its reply to `read`. Where the reply shows what was wrong with how it was sent, it is repeated
 * with that put right: such a reply means that nothing was done.
 */
export async function performCall<T>(
  ports: CallPorts,
  call: Call,
  read: (reply: ReadReply) => T,
): Promise<T> {
  return withSecondTries((one, take) => sendCall(ports, one, take))(call, read);
}

/** Throws what is wrong with a reply, and does nothing for a success. */
export function throwIfRefused(call: Call, reply: ReadReply): void {
  const problem = refusalOf(call.kind, call.purpose, reply, secretsOf(call, reply));
  if (!problem) return;
  throw failureOf(problem.code === 'not-found' ? { ...problem, detail: pathOf(call) } : problem);
}

function pathOf({ kind, template, context, values }: Call): string {
  return new URL(buildRequest(kind, template, context.server, values).url).pathname;
}

/**
 * Everything that no text about a call may hold: every value but those of fields that are no secret in any form, sent or not, and what
 * was signed.
 */
export function secretsOf(
  { kind, context, values, key }: Pick<Call, 'kind' | 'context' | 'values' | 'key'>,
  { sent }: Pick<ReadReply, 'sent'> = {},
): readonly string[] {
  const all = { ...context.fields, ...values };
  const open = openFieldsOf(kind);
  const secrets = Object.entries(all).flatMap(([id, value]) => (open.has(id) ? [] : [value]));
  const { clientId, clientSecret } = all;
  const basic =
    clientId && clientSecret
      ? [basicCredentials(clientId, clientSecret), rawCredentials(clientId, clientSecret)]
      : [];
  return [...secrets, ...basic, ...(key ? [secretOfKey(key)] : []), ...(sent?.secrets ?? [])].filter(Boolean);
}

/** Asked for with every reply; a kind that is changed is another object. */
const openFields = new WeakMap<ServerKind, ReadonlySet<string>>();

/** Ids of the fields that are a secret in no form: forms share names, and a call does not say which of them was filled in. */
function openFieldsOf(kind: ServerKind): ReadonlySet<string> {
  const known = openFields.get(kind);
  if (known) return known;
  const fields = [...kind.logins, ...(kind.register ? [kind.register] : [])].flatMap((form) => form.fields);
  const secret = new Set(fields.flatMap((field) => (field.secret ? [field.id] : [])));
  const open = new Set(fields.map(({ id }) => id).filter((id) => !secret.has(id)));
  openFields.set(kind, open);
  return open;
}

function failureOf({ code, ...details }: Problem): Failure {
  return new Failure(code, details);
}

async function sendCall<T>(ports: CallPorts, call: Call, read: (reply: ReadReply) => T): Promise<T> {
  const { context } = call;
  const { request, secrets, restsOn, doubts } = await prepareRequest(ports, call);
  const at = ports.clock.now();
  let reply: HttpReply | undefined;
  const record = (outcome: Exchange['outcome'], problem: Problem | null) =>
    context.onExchange({
      at,
      purpose: call.purpose,
      outcome,
      method: request.method,
      path: new URL(request.url).pathname,
      status: reply?.status ?? null,
      elapsedMs: (reply?.receivedAt ?? ports.clock.now()) - at,
      problem,
    });
  try {
    reply = await ports.http.send({ ...request, ...(context.signal && { signal: context.signal }) });
    ports.origins.takeReply(request.url, reply);
    const isOutdated = !ports.origins.isStill(request.url, restsOn);
    const value = read({ ...readReply(reply), sent: { secrets, doubts, isOutdated } });
    record('ok', null);
    return value;
  } catch (thrown) {
    const problem = toProblem(thrown);
    record(replyClass(problem), problem);
    throw thrown;
  }
}
