import { Failure } from '../../failure.ts';
import { type Call, performCall, throwIfRefused } from '../call.ts';
import { seconds } from '../expiry.ts';
import { textAt, valueAt } from '../json-path.ts';
import { type ReadReply, retryAt } from '../reply.ts';
import type { Grant } from '../server.ts';
import { wait } from '../wait.ts';
import type { DeviceLogin, Flow } from './flow.ts';

/** What a server that names none wants between two polls, and adds to it each time it finds them too many. @see RFC 8628 §3.2, §3.5 */
const INTERVAL_MS = 5_000;
/** A network that is down for longer than a minute is asked once a minute. */
const MAX_INTERVAL_MS = 60_000;
/** Codes live some minutes; nobody sits before one for longer than this, whatever the server says. */
const MAX_LIFE_MS = 3_600_000;
/** Where a server leaves out how long its code lives, though it has to say so. */
const DEFAULT_LIFE_MS = 600_000;

/** What a line that is down for a moment looks like, a captive portal's page among it. */
const passing: readonly string[] = ['unreachable', 'timed-out', 'server-failed', 'reply-not-json'];

interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly verificationUriComplete: string | null;
  readonly intervalMs: number;
  readonly endsAt: number;
}

/**
 * Signs in on another device: shows a code, and asks for the tokens until the user has entered it there. Once an answer is final, nothing
 * more is sent: one poll after a success ends the new session at some servers. Throws `denied`, `ran-out`, `cancelled`.
 * @see RFC 8628
 */
export async function loginOnDevice(flow: Flow<DeviceLogin>): Promise<Grant> {
  const { context } = flow;
  const code = await requestCode(flow);
  const { userCode, verificationUri, verificationUriComplete, endsAt } = code;
  if (context.signal?.aborted) throw new Failure('cancelled');
  context.onPrompt?.({ kind: 'device', userCode, verificationUri, verificationUriComplete, endsAt });
  try {
    return await poll(flow, code);
  } finally {
    context.onPrompt?.(null);
  }
}

function requestCode({ ports, kind, context, login }: Flow<DeviceLogin>): Promise<DeviceCode> {
  const { authorize: template } = login;
  const call: Call = { kind, context, purpose: 'authorize', template, values: context.fields };
  return performCall(ports, call, (reply) => {
    throwIfRefused(call, reply);
    return readCode(reply);
  });
}

async function poll(flow: Flow<DeviceLogin>, code: DeviceCode): Promise<Grant> {
  const { clock } = flow.ports;
  const { context } = flow;
  let intervalMs = code.intervalMs;
  let notBefore = 0;
  for (;;) {
    const pollAt = Math.max(clock.now() + intervalMs, notBefore);
    // The end may lie behind already, where a clock was put forward.
    await wait(clock, Math.max(0, Math.min(pollAt, code.endsAt) - clock.now()), context.signal);
    if (pollAt >= code.endsAt) throw new Failure('ran-out');
    try {
      return await askOnce(flow, code.deviceCode);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      if (thrown.code === 'server-busy') {
        intervalMs += INTERVAL_MS;
        notBefore = thrown.problem.nextTryAt ?? 0;
      } else if (passing.includes(thrown.code)) {
        intervalMs = Math.max(intervalMs, Math.min(intervalMs * 2, MAX_INTERVAL_MS));
      } else if (thrown.code !== 'not-finished') {
        throw thrown;
      }
    }
  }
}

function askOnce({ context, requestGrant }: Flow<DeviceLogin>, deviceCode: string): Promise<Grant> {
  return requestGrant({
    context: {
      ...context,
      // "Not yet", every few seconds, would push everything else out of the log.
      onExchange: (exchange) => {
        if (exchange.problem?.code !== 'not-finished') context.onExchange(exchange);
      },
    },
    values: { ...context.fields, deviceCode },
    look: throwIfUnfinished,
  });
}

/** @see RFC 8628 §3.5 */
function throwIfUnfinished(reply: ReadReply): void {
  const { status } = reply;
  const nextTryAt = retryAt(reply);
  switch (valueAt(reply.json, 'error')) {
    case 'authorization_pending':
      throw new Failure('not-finished', { status });
    case 'slow_down':
      throw new Failure('server-busy', { status, ...(nextTryAt !== undefined && { nextTryAt }) });
    case 'access_denied':
      throw new Failure('denied', { status });
    case 'expired_token':
      throw new Failure('ran-out', { status });
  }
}

function readCode(reply: ReadReply): DeviceCode {
  const { json, status, receivedAt } = reply;
  if (json === undefined) throw new Failure('reply-not-json', { status });
  const deviceCode = textAt(json, 'device_code');
  const userCode = textAt(json, 'user_code');
  // Google's name for it is older than the standard.
  const verificationUri = pageAt(json, 'verification_uri') ?? pageAt(json, 'verification_url');
  if (!deviceCode || !userCode || !/^[\x20-\x7e]{1,100}$/.test(userCode) || verificationUri === null) {
    throw new Failure('reply-malformed', { status });
  }
  const lifeSeconds = seconds(valueAt(json, 'expires_in'));
  const lifeMs = lifeSeconds === null ? DEFAULT_LIFE_MS : Math.min(lifeSeconds * 1000, MAX_LIFE_MS);
  const interval = seconds(valueAt(json, 'interval'));
  return {
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: pageAt(json, 'verification_uri_complete'),
    intervalMs: interval === null ? INTERVAL_MS : Math.min(Math.max(interval, 1) * 1000, MAX_INTERVAL_MS),
    endsAt: receivedAt + lifeMs,
  };
}

/** A web page that the user is sent to; anything else is none. */
function pageAt(json: unknown, path: string): string | null {
  const text = textAt(json, path);
  if (text === undefined || text.length > 2000) return null;
  try {
    const { href, protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && !username && !password ? href : null;
  } catch {
    return null;
  }
}
