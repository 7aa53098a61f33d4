import type { ProblemCode } from '../contract/problem.ts';
import { placeholdersOf } from '../contract/request-template.ts';
import { Failure } from '../failure.ts';
import type { Call } from './call.ts';
import { basicCredentials, rawCredentials } from './client-authentication.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { valueAt } from './json-path.ts';
import { basicSetting } from './prepare-request.ts';
import { matchesReply, type ReadReply } from './reply.ts';
import { settingValues } from './template.ts';

export type Send = <T>(call: Call, read: (reply: ReadReply) => T) => Promise<T>;

interface SecondTry {
  /** Whether a failed reply means that nothing was done, for a reason that another try could take away. */
  readonly isCurable: (code: ProblemCode, reply: ReadReply) => boolean;
  /** The setting that the second try changes, with its other value; none where only what is made anew differs. */
  readonly change: Values;
}

/**
 * Sends a call with what its reply may teach: the other body format, HTTP Basic without the form encoding, a newer nonce or the server's
 * clock. Each is tried once, and a setting that proved right is reported.
 */
export function withSecondTries(send: Send): Send {
  const withProof = trying(send, () => ({ change: {}, isCurable: isProofOutdated }));
  return trying(trying(withProof, otherBasic), otherFormat);
}

function trying(send: Send, secondTry: (call: Call) => SecondTry | undefined): Send {
  return async (call, read) => {
    const second = secondTry(call);
    if (!second) return send(call, read);
    const curable = new WeakSet<object>();
    const watched = (reply: ReadReply) => {
      try {
        return read(reply);
      } catch (thrown) {
        if (thrown instanceof Failure && second.isCurable(thrown.code, reply)) curable.add(thrown);
        throw thrown;
      }
    };
    const isCurable = (thrown: unknown) => thrown instanceof Failure && curable.has(thrown);
    const teaches = Object.keys(second.change).length > 0;
    try {
      return await send(call, watched);
    } catch (first) {
      if (!isCurable(first)) throw first;
      const { server } = call.context;
      const settings = { ...server.settings, ...second.change };
      try {
        const value = await send(
          { ...call, context: { ...call.context, server: { ...server, settings } } },
          watched,
        );
        if (teaches) call.context.onLearned?.(second.change);
        return value;
      } catch (again) {
        throw teaches && isCurable(again) ? first : again;
      }
    }
  };
}

/** A dead token and a proof that came too late are often refused in the same words; only the repetition tells them apart. */
function isProofOutdated(code: ProblemCode, { sent }: ReadReply): boolean {
  return sent?.isOutdated === true && sent.doubts.includes(code);
}

function otherBasic({ kind, template, context, values }: Call): SecondTry | undefined {
  const all = { ...values, ...settingValues(kind, context.server.settings) };
  const { clientId = '', clientSecret = '' } = all;
  if (template.client === undefined || fillTemplate(template.client, all) !== 'basic') return undefined;
  // A colon would end the identifier, and the rest of it would be read as the secret.
  const isSame = basicCredentials(clientId, clientSecret) === rawCredentials(clientId, clientSecret);
  if (isSame || clientId.includes(':') || !clientSecret) return undefined;
  const other = context.server.settings[basicSetting] === 'raw' ? 'encoded' : 'raw';
  // Who is known, but may not do this, is not to be told again.
  const isUnknown = (reply: ReadReply) => valueAt(reply.json, 'error') !== 'unauthorized_client';
  const isCurable = (code: ProblemCode, reply: ReadReply) => code === 'client-refused' && isUnknown(reply);
  return { change: { [basicSetting]: other }, isCurable };
}

/** The setting that a kind can learn, with its other value, where this call depends on it. */
function otherFormat({ kind, template, context }: Call): SecondTry | undefined {
  const { learns } = kind;
  if (!learns || !placeholdersOf(template.body?.as ?? '').includes(learns.setting)) return undefined;
  const current = settingValues(kind, context.server.settings)[learns.setting];
  const other = learns.values.find((value) => value !== current);
  if (other === undefined) return undefined;
  return {
    change: { [learns.setting]: other },
    isCurable: (_code, reply) => learns.match.some((match) => matchesReply(match, reply)),
  };
}
