import type { ServerKind } from '../../contract/server-kind.ts';
import { Failure } from '../../failure.ts';
import { type Call, type CallPorts, performCall, throwIfRefused } from '../call.ts';
import type { CallContext } from '../engine.ts';
import { valueAt } from '../json-path.ts';
import { buildRequest, hasCall } from '../template.ts';

/** The keys of an issuer as it publishes them. @see RFC 7517 §5 */
export interface PublishedKeys {
  readonly url: string;
  readonly text: string;
  /** True where they were asked for just now. */
  readonly isFresh: boolean;
}

/** Keeps what issuers publish for as long as Lanyard runs: keys change rarely, and a token that names a new one says so. */
export interface IssuerKeys {
  /** Null where the server has no such call, or it failed. */
  read(kind: ServerKind, context: CallContext, which: 'known' | 'fresh'): Promise<PublishedKeys | null>;
}

export function createIssuerKeys(ports: CallPorts): IssuerKeys {
  const known = new Map<string, string>();
  return {
    async read(kind, context, which) {
      const template = kind.issuer?.keys;
      if (!template || !hasCall(kind, template, context.server)) return null;
      const { url } = buildRequest(kind, template, context.server, {});
      const text = known.get(url);
      if (text !== undefined && which === 'known') return { url, text, isFresh: false };
      const call: Call = { kind, context, purpose: 'keys', template, values: {} };
      try {
        const fresh = await performCall(ports, call, (reply) => {
          throwIfRefused(call, reply);
          if (!Array.isArray(valueAt(reply.json, 'keys'))) {
            const code = reply.json === undefined ? 'reply-not-json' : 'reply-malformed';
            throw new Failure(code, { status: reply.status });
          }
          return JSON.stringify(reply.json);
        });
        known.set(url, fresh);
        return { url, text: fresh, isFresh: true };
      } catch (thrown) {
        if (!(thrown instanceof Failure) || thrown.code === 'cancelled') throw thrown;
        return null;
      }
    },
  };
}
