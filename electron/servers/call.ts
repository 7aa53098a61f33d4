import type { Problem } from '../contract/problem.ts';
import type { RequestTemplate } from '../contract/request-template.ts';
import type { Purpose, ServerKind } from '../contract/server-kind.ts';
import type { Exchange } from '../contract/session.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock, Http, HttpReply } from '../ports.ts';
import { basicCredentials } from './client-authentication.ts';
import type { CallContext } from './engine.ts';
import { placeholdersOf, type Values } from './fill-template.ts';
import { refusalOf } from './refusal.ts';
import { matchesReply, type ReadReply, readReply } from './reply.ts';
import { replyClass } from './reply-class.ts';
import { buildRequest, settingValues } from './template.ts';

export interface CallPorts {
  readonly http: Http;
  readonly clock: Clock;
}

export interface Call {
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly purpose: Purpose;
  readonly template: RequestTemplate;
  readonly values: Values;
}

/**
 * Sends one call, records it, and hands its reply to `read`. Where the reply shows that a setting is the other one of two, the call
 * is repeated once with that, and a success is reported: such a reply means that nothing was done.
 */
export async function performCall<T>(
  ports: CallPorts,
  call: Call,
  read: (reply: ReadReply) => T,
): Promise<T> {
  const alternative = otherSetting(call);
  if (!alternative) return sendCall(ports, call, read);
  const misunderstood = new WeakSet<object>();
  const attempt = (context: CallContext) =>
    sendCall(ports, { ...call, context }, (reply) => {
      try {
        return read(reply);
      } catch (thrown) {
        const isMisunderstood = call.kind.learns?.match.some((match) => matchesReply(match, reply));
        if (thrown instanceof Failure && isMisunderstood) misunderstood.add(thrown);
        throw thrown;
      }
    });
  const wasMisunderstood = (thrown: unknown) => thrown instanceof Failure && misunderstood.has(thrown);
  try {
    return await attempt(call.context);
  } catch (first) {
    if (!wasMisunderstood(first)) throw first;
    const { server } = call.context;
    const settings = { ...server.settings, ...alternative };
    try {
      const value = await attempt({ ...call.context, server: { ...server, settings } });
      call.context.onLearned?.(alternative);
      return value;
    } catch (second) {
      throw wasMisunderstood(second) ? first : second;
    }
  }
}

/** Throws what is wrong with a reply, and does nothing for a success. */
export function throwIfRefused(call: Call, reply: ReadReply): void {
  const { kind, purpose, context, values } = call;
  const problem = refusalOf(kind, purpose, reply, secretsOf(kind, { ...context.fields, ...values }));
  if (!problem) return;
  throw failureOf(problem.code === 'not-found' ? { ...problem, detail: pathOf(call) } : problem);
}

function pathOf({ kind, template, context, values }: Call): string {
  return new URL(buildRequest(kind, template, context.server, values).url).pathname;
}

/** Everything that no text about a call may hold: every value but those of fields that are no secret, sent or not. */
export function secretsOf(kind: ServerKind, values: Values): readonly string[] {
  const forms = [...kind.logins, ...(kind.register ? [kind.register] : [])];
  const open = forms.flatMap(({ fields }) => fields.filter(({ secret }) => !secret).map(({ id }) => id));
  const secrets = Object.entries(values).flatMap(([id, value]) => (open.includes(id) ? [] : [value]));
  const { clientId, clientSecret } = values;
  if (clientId && clientSecret) secrets.push(basicCredentials(clientId, clientSecret));
  return secrets.filter(Boolean);
}

function failureOf({ code, ...details }: Problem): Failure {
  return new Failure(code, details);
}

async function sendCall<T>(ports: CallPorts, call: Call, read: (reply: ReadReply) => T): Promise<T> {
  const { context } = call;
  const request = buildRequest(call.kind, call.template, context.server, call.values);
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
    const value = read(readReply(reply));
    record('ok', null);
    return value;
  } catch (thrown) {
    const problem = toProblem(thrown);
    record(replyClass(problem), problem);
    throw thrown;
  }
}

/** The setting that a kind can learn, with its other value, where this call depends on it. */
function otherSetting({ kind, template, context }: Call): Values | undefined {
  const { learns } = kind;
  if (!learns || !placeholdersOf(template.body?.as ?? '').includes(learns.setting)) return undefined;
  const current = settingValues(kind, context.server.settings)[learns.setting];
  const other = learns.values.find((value) => value !== current);
  return other === undefined ? undefined : { [learns.setting]: other };
}
