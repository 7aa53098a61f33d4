import type { Exchange } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import type { CallContext, Engine } from '../servers/engine.ts';
import type { Server } from '../servers/server.ts';
import type { CallLimit } from './call-limit.ts';
import { withExchange } from './exchange-log.ts';
import type { Ledger } from './ledger.ts';
import { isBoundTo } from './server-binding.ts';
import type { Session } from './session.ts';

/** Calls the engine for sessions, within the limits, and never for a server that the secrets were not given for. */
export interface ServerCalls {
  /** Throws a `Failure` with `server-changed` when the server leads elsewhere by the time there is room for the call. */
  forSession<Result>(
    session: Session,
    call: (engine: Engine, context: CallContext) => Promise<Result>,
    options: {
      readonly isUrgent: boolean;
      readonly signal?: AbortSignal;
      /** Hears of each exchange besides the session's log. */
      readonly onExchange?: (exchange: Exchange) => void;
    },
  ): Promise<Result>;
  /** A call with values that the user has just typed for this server. */
  forServer<Result>(
    server: Server,
    fields: Readonly<Record<string, string>>,
    onExchange: (exchange: Exchange) => void,
    call: (engine: Engine, context: CallContext) => Promise<Result>,
    options?: {
      readonly signal?: AbortSignal;
      readonly lifetimeMinutes?: number | null;
      /** True for a call that waits for the user in between, and so would take a place for minutes. */
      readonly waitsForUser?: boolean;
    },
  ): Promise<Result>;
}

export function createServerCalls(parts: {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly limit: CallLimit;
  /** Asked when there is room for a call, for much may have changed while it waited. */
  readonly mayStart: (isUrgent: boolean) => boolean;
}): ServerCalls {
  const { engine, ledger, limit, mayStart } = parts;

  function learn(serverId: string, settings: Readonly<Record<string, string>>): void {
    ledger
      .updateIndex(
        (index) => ({
          ...index,
          servers: index.servers.map((server) =>
            server.id === serverId ? { ...server, settings: { ...server.settings, ...settings } } : server,
          ),
        }),
        'keep',
      )
      // What was learned is learned again with the next call, should the vault be locked by now.
      .catch(() => {});
  }

  return {
    forSession(session, call, { isUrgent, signal, onExchange }) {
      const either = anySignal(session.gone.signal, signal);
      return limit({ serverId: session.serverId, signal: either.signal, isUrgent }, async () => {
        if (!mayStart(isUrgent)) throw new Failure('cancelled');
        const server = ledger.server(session.serverId);
        if (!isBoundTo(session.record.binding, server)) throw new Failure('server-changed');
        return call(engine, {
          server,
          fields: session.record.fields,
          lifetimeMinutes: session.record.lifetimeMinutes,
          signal: either.signal,
          onExchange(exchange) {
            session.exchanges = withExchange(session.exchanges, exchange);
            ledger.changed(session);
            onExchange?.(exchange);
          },
          onLearned: (settings) => learn(server.id, settings),
        });
      }).finally(either.release);
    },
    forServer(
      server,
      fields,
      onExchange,
      call,
      { signal, lifetimeMinutes = null, waitsForUser = false } = {},
    ) {
      const start = async () => {
        // Nobody is waited for once everything is to come to rest.
        if (!mayStart(!waitsForUser)) throw new Failure('cancelled');
        return call(engine, {
          server,
          fields,
          lifetimeMinutes,
          onExchange,
          onLearned: (settings) => learn(server.id, settings),
          ...(signal && { signal }),
        });
      };
      return waitsForUser ? start() : limit({ serverId: server.id, signal, isUrgent: true }, start);
    },
  };
}

/** `AbortSignal.any` came with Node 20.3, which the oldest supported runtime is not. */
function anySignal(
  first: AbortSignal,
  second: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly release: () => void } {
  if (!second) return { signal: first, release() {} };
  const both = new AbortController();
  const abort = (): void => both.abort();
  const signals = [first, second];
  if (signals.some((signal) => signal.aborted)) abort();
  for (const signal of signals) signal.addEventListener('abort', abort);
  return {
    signal: both.signal,
    release() {
      for (const signal of signals) signal.removeEventListener('abort', abort);
    },
  };
}
