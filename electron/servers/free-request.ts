import type { RequestMethod } from '../contract/request-draft.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure, toProblem } from '../failure.ts';
import type { HttpReply, HttpRequest } from '../ports.ts';
import { type CallPorts, secretsOf } from './call.ts';
import { clientCertificate } from './client-certificate.ts';
import type { CallContext } from './engine.ts';
import { signKeyProof } from './key-proof.ts';
import { boundKey } from './login-key.ts';
import { serverNow } from './origin-notes.ts';
import { replyClass } from './reply-class.ts';
import type { Grant } from './server.ts';
import { holdsSecret } from './server-words.ts';
import { settingValues } from './template.ts';
import { tokenValues } from './token-values.ts';

/** A request that the user wrote; where it leads has been checked. */
export interface FreeRequest {
  readonly method: RequestMethod;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string;
}

export interface FreeAnswer {
  readonly reply: HttpReply;
  /** What no text about it may show. */
  readonly secrets: readonly string[];
}

interface Sending {
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly grant: Grant;
  readonly request: FreeRequest;
}

/** Visible ASCII: a token may hold nothing else. @see RFC 6750 §2.1 */
const sendable = /^[\x21-\x7e]+$/;

/** Sends a request of the user's with the session's token, once more where the server names a nonce for its proof. */
export async function sendFreeRequest(ports: CallPorts, sending: Sending): Promise<FreeAnswer> {
  const { kind, context, grant, request } = sending;
  if (!sendable.test(grant.accessToken)) throw new Failure('no-token');
  const key = boundKey(grant);
  const restsOn = ports.origins.noteOf(request.url);
  const values = { ...tokenValues(grant), idToken: grant.idToken?.token ?? '' };
  const secrets = secretsOf({ kind, context, values, key: grant.key });
  const reply = await sendOnce(ports, sending, key, secrets);
  const isOutdated = key !== null && reply.status === 401 && !ports.origins.isStill(request.url, restsOn);
  return { reply: isOutdated ? await sendOnce(ports, sending, key, secrets) : reply, secrets };
}

async function sendOnce(
  ports: CallPorts,
  { kind, context, grant, request }: Sending,
  key: string | null,
  secrets: readonly string[],
): Promise<HttpReply> {
  const { server, signal } = context;
  const at = ports.clock.now();
  const certificate = clientCertificate({ ...context.fields, ...settingValues(kind, server.settings) });
  const whole: HttpRequest = {
    method: request.method,
    url: request.url,
    headers: await headersOf(ports, grant, request, key),
    takesPart: true,
    ...(request.body !== undefined && { body: request.body }),
    ...(server.caPem && { caPem: server.caPem }),
    ...(certificate && { clientCertificate: certificate }),
    ...(signal && { signal }),
  };
  const { pathname } = new URL(request.url);
  const about = {
    at,
    purpose: 'request',
    method: request.method,
    path: holdsSecret(pathname, secrets) ? '…' : pathname,
  } as const;
  try {
    const reply = await ports.http.send(whole);
    ports.origins.takeReply(request.url, reply);
    // As the answer is shown: without the time that it waited for its turn here.
    const elapsedMs = reply.receivedAt - reply.sentAt;
    context.onExchange({
      ...about,
      outcome: outcomeOf(reply),
      status: reply.status,
      elapsedMs,
      problem: null,
    });
    return reply;
  } catch (thrown) {
    const problem = toProblem(thrown);
    const elapsedMs = ports.clock.now() - at;
    context.onExchange({ ...about, outcome: replyClass(problem), status: null, elapsedMs, problem });
    throw thrown;
  }
}

async function headersOf(
  { clock, origins }: CallPorts,
  { accessToken }: Grant,
  request: FreeRequest,
  key: string | null,
): Promise<Record<string, string>> {
  const own = Object.fromEntries(request.headers.map(({ name, value }) => [name, value]));
  const accepts = request.headers.some(({ name }) => name.toLowerCase() === 'accept');
  const headers = { ...(!accepts && { Accept: '*/*' }), ...own };
  if (key === null) return { ...headers, Authorization: `Bearer ${accessToken}` };
  const note = origins.noteOf(request.url);
  const proof = await signKeyProof(key, {
    request,
    token: accessToken,
    nonce: note.nonce,
    serverNow: serverNow(clock, note),
  });
  return { ...headers, Authorization: `DPoP ${accessToken}`, DPoP: proof };
}

function outcomeOf({ status }: HttpReply): 'ok' | 'refused' | 'later' | 'unexpected' {
  if (status === 401 || status === 403) return 'refused';
  if (status === 408 || status === 429 || status >= 500) return 'later';
  return status < 400 ? 'ok' : 'unexpected';
}
