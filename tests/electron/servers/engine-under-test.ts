import { onTestFinished } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { loopback } from '../../../electron/adapters/loopback.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { Exchange } from '../../../electron/contract/session.ts';
import { Failure } from '../../../electron/failure.ts';
import type { Browser, Clock, Http } from '../../../electron/ports.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import type { CallContext } from '../../../electron/servers/engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';

const direct = async () => 'DIRECT';

export const realHttp = createAxiosHttp({ clock: systemClock, resolveProxy: direct });

/** A clock that tells the true time and never makes a test wait; `waits` says for how long it was asked to. */
function hastyClock(): Clock & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    now: systemClock.now,
    waits,
    after(delayMs, callback) {
      waits.push(delayMs);
      const immediate = setImmediate(callback);
      return () => clearImmediate(immediate);
    },
  };
}

/** An engine on the real network, with what it reports of a session with one server. */
export function engineFor(
  kindId: string,
  address: string,
  settings: Readonly<Record<string, string>> = {},
  parts: {
    readonly http?: Http;
    readonly clock?: Clock;
    readonly browser?: Browser;
    readonly caPem?: string;
  } = {},
) {
  const hasty = hastyClock();
  const { http = realHttp, clock = hasty, browser = { open: async () => false } } = parts;
  const engine = createEngine({ http, clock, kinds: () => kinds, desktop: { browser, loopback } });
  const exchanges: Exchange[] = [];
  const learned: Readonly<Record<string, string>>[] = [];
  const server = {
    id: 's1',
    kindId,
    name: 'Under test',
    address,
    settings,
    allowPlainHttp: false,
    acceptedLogins: [],
    facts: [],
    ...(parts.caPem !== undefined && { caPem: parts.caPem }),
  };
  const context = (
    fields: Readonly<Record<string, string>>,
    more: Partial<CallContext> = {},
  ): CallContext => ({
    server,
    fields,
    onExchange: (exchange) => exchanges.push(exchange),
    onLearned: (found) => learned.push(found),
    ...more,
  });
  return { engine, context, record: server, exchanges, learned, clock: hasty };
}

/** The problem with which something failed; anything but a `Failure` fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.problem;
    throw thrown;
  }
  throw new Error('It did not fail.');
}

/** Starts a server for as long as the test runs. */
export async function started<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  onTestFinished(() => server.close());
  return server;
}
