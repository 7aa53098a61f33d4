import type { ServerKind } from '../../contract/server-kind.ts';
import { Failure } from '../../failure.ts';
import { type Call, type CallPorts, performCall, throwIfRefused } from '../call.ts';
import type { CallContext } from '../engine.ts';
import { valueAt } from '../json-path.ts';
import { misfit } from '../reply.ts';
import { buildRequest, hasCall } from '../template.ts';

/** The keys of an issuer as it publishes them. @see RFC 7517 §5 */
export interface PublishedKeys {
  readonly url: string;
  readonly text: string;
  /** True where they were asked for just now. */
  readonly isFresh: boolean;
}

/** A token that names a new key says so. A key that the issuer withdrew is trusted no longer than this. */
const LIFE_MS = 3_600_000;

/** What was published, how it was asked for aside. */
interface KnownKeys {
  readonly text: string;
  readonly receivedAt: number;
}

/** Keeps what issuers publish for a while: keys change rarely. */
export interface IssuerKeys {
  /** Null where the server has no such call, or it failed. */
  read(kind: ServerKind, context: CallContext, which: 'known' | 'fresh'): Promise<PublishedKeys | null>;
}

export function createIssuerKeys(ports: CallPorts): IssuerKeys {
  const known = new Map<string, KnownKeys>();

  function knownAs(way: string): string | undefined {
    const found = known.get(way);
    const age = found && ports.clock.now() - found.receivedAt;
    return age !== undefined && age >= 0 && age < LIFE_MS ? found?.text : undefined;
  }

  return {
    async read(kind, context, which) {
      const template = kind.issuer?.keys;
      if (!template || !hasCall(kind, template, context.server)) return null;
      const { url, headers } = buildRequest(kind, template, context.server, {});
      // Whose answer it was depends on whom the connection trusted, and on what the headers said.
      const way = JSON.stringify([url, context.server.caPem, headers]);
      const text = knownAs(way);
      if (text !== undefined && which === 'known') return { url, text, isFresh: false };
      const call: Call = { kind, context, purpose: 'keys', template, values: {} };
      try {
        const { text: fresh, receivedAt } = await performCall(ports, call, (reply) => {
          throwIfRefused(call, reply);
          if (!Array.isArray(valueAt(reply.json, 'keys'))) {
            throw new Failure(misfit(reply), { status: reply.status });
          }
          return { text: reply.body, receivedAt: reply.receivedAt };
        });
        known.set(way, { text: fresh, receivedAt });
        return { url, text: fresh, isFresh: true };
      } catch (thrown) {
        if (!(thrown instanceof Failure) || thrown.code === 'cancelled') throw thrown;
        return null;
      }
    },
  };
}
