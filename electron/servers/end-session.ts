import type { RequestTemplate } from '../contract/request-template.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { Check, Identity } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { type Call, type CallPorts, performCall, throwIfRefused } from './call.ts';
import type { CallContext, Engine } from './engine.ts';
import { boundKey } from './login-key.ts';
import type { Grant } from './server.ts';
import { hasCall } from './template.ts';
import { tokenValues } from './token-values.ts';

interface Ending {
  readonly ports: CallPorts;
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly grant: Grant;
  readonly askIdentity: () => Promise<Identity | null>;
  readonly askCheck: () => Promise<Check | null>;
}

/**
 * Logs out or revokes, then proves it: by the identity call, or by what knows of revocations. Where an identity call may refuse good
 * tokens too, it proves something only if it took the token just before.
 */
export async function endSession(ending: Ending): Promise<Awaited<ReturnType<Engine['end']>>> {
  const { kind, context, grant } = ending;
  if (!kind.end || !hasCall(kind, kind.end.request, context.server))
    return { ended: 'unsupported', proved: null };
  const mayAskIdentity = !kind.identity?.mayRefuseGoodTokens || (await isTaken(ending)) === true;
  const isAlive = async () =>
    (mayAskIdentity ? await isTaken(ending) : null) ?? (await isCheckedAlive(ending));
  await requestEnd(ending, kind.end.request);
  let alive = await isAlive();
  if (alive !== false && kind.end.also && grant.refreshToken && grant.accessToken) {
    // What keeps the session alive is gone already; a token that cannot be revoked is not what this fails for.
    await requestEnd(ending, kind.end.also).catch(passFailure);
    alive = await isAlive();
  }
  return { ended: kind.end.outcome, proved: alive === null ? null : !alive };
}

async function requestEnd({ ports, kind, context, grant }: Ending, template: RequestTemplate): Promise<void> {
  const purpose = kind.end?.outcome === 'revoked' ? 'revoke' : 'logout';
  const values = { ...context.fields, ...tokenValues(grant) };
  const key = template.bearer === undefined ? null : boundKey(grant);
  const call: Call = { kind, context, purpose, template, values, key };
  await performCall(ports, call, (reply) => {
    throwIfRefused(call, reply);
    // A page in answer to a logout is some other server's, or a sign-in form; the empty text/html of an API is no page.
    if (reply.isHtml) throw new Failure('reply-not-json', { status: reply.status });
  });
}

function passFailure(thrown: unknown): void {
  if (!(thrown instanceof Failure) || thrown.code === 'cancelled') throw thrown;
}

/** Whether the identity call takes the token; null when that cannot be said. */
async function isTaken({ askIdentity, grant }: Ending): Promise<boolean | null> {
  if (!grant.accessToken) return null;
  return askOrNull(
    async () => ((await askIdentity()) === null ? null : true),
    (code) => code === 'token-refused',
  );
}

async function isCheckedAlive({ askCheck, kind, grant }: Ending): Promise<boolean | null> {
  if (!kind.check?.provesEnd || !grant.accessToken) return null;
  return askOrNull(
    async () => {
      const check = await askCheck();
      return check === null ? null : check.verdict === 'alive';
    },
    () => false,
  );
}

async function askOrNull(
  ask: () => Promise<boolean | null>,
  isRefusal: (code: Failure['code']) => boolean,
): Promise<boolean | null> {
  try {
    return await ask();
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return isRefusal(thrown.code) ? false : null;
  }
}
