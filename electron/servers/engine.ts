import type { Check, Exchange, Identity, Prompt } from '../contract/session.ts';
import type { FreeAnswer, FreeRequest } from './free-request.ts';
import type { Grant, Server } from './server.ts';

/** What each call of the engine is about. `fields` are the login's values by field id, secrets among them. */
export interface CallContext {
  readonly server: Server;
  readonly fields: Readonly<Record<string, string>>;
  /** Takes the redacted record of every HTTP call, also of those that fail. */
  readonly onExchange: (exchange: Exchange) => void;
  readonly signal?: AbortSignal;
  /** Takes what the user has to do elsewhere for a login to go on, and null once that is over. */
  readonly onPrompt?: (prompt: Prompt | null) => void;
  /** The lifetime the user set for servers that name none, in minutes. */
  readonly lifetimeMinutes?: number | null;
  /** Takes settings that a successful call showed to be right, such as the body format; worth saving with the server. */
  readonly onLearned?: (settings: Readonly<Record<string, string>>) => void;
}

/**
 * Speaks to any kind of server; which one it is, only the kind's data says. Every method throws a `Failure`, whose `problem`
 * carries `nextTryAt` where the server sent `Retry-After`.
 */
export interface Engine {
  /** Logs in. Credentials that end up in no request are not sent. `paste` takes tokens without a call. */
  login(context: CallContext, loginId: string): Promise<Grant>;
  /** Exchanges the refresh token; keeps the old one where the reply holds none. */
  refresh(context: CallContext, grant: Grant): Promise<Grant>;
  register(context: CallContext): Promise<void>;
  /** Asks the server who the token belongs to. `credentials-refused`/`token-refused` when the server does not take the token. Null where the kind has no such call. */
  identity(context: CallContext, grant: Grant): Promise<Identity | null>;
  /** Asks the server about the token's expiry. Null where the kind has no such call. */
  check(context: CallContext, grant: Grant): Promise<Check | null>;
  /** Logs out or revokes. `proved` says that the identity call was refused afterwards, null where nothing can be asked. */
  end(
    context: CallContext,
    grant: Grant,
  ): Promise<{ readonly ended: 'revoked' | 'logged-out' | 'unsupported'; readonly proved: boolean | null }>;
  /** Sends a request that the user wrote, with the token. Whatever status comes back is an answer. */
  send(context: CallContext, grant: Grant, request: FreeRequest): Promise<FreeAnswer>;
  /** The call that asks who a token belongs to, for a curl command; the server's own address where the kind has none. */
  curlTarget(server: Server): { readonly method: string; readonly url: string };
}
