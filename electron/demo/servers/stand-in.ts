import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type RecordedRequest,
  type RecordingOptions,
  type RecordingServer,
  startRecordingServer,
} from './recording-server.ts';
import type { Reply } from './reply.ts';

/** What a test may do to a server from outside. */
interface Control {
  /** Answers the next requests (to one path, if named) with `reply`, or cuts the line, before the server sees them. */
  failNext(count: number, reply: Reply | 'cut', path?: string): void;
  /** From now on does the work of each request (to one path, if named) but keeps the answer back. */
  hold(path?: string): void;
  /** Resolves once that many answers are being kept back. */
  held(count: number): Promise<void>;
  /** Sends what was kept back and holds nothing more. */
  release(): void;
  /** Cuts the line of each answer that was kept back: done at the server, lost on the way. */
  lose(): void;
  /** Shifts the server's own clock: its Date header, `iat`, `exp` and what it takes for expired. */
  setClockOffset(offsetMs: number): void;
}

export interface StandIn extends RecordingServer {
  /** The bodies of all that it answered, also of what never arrived. */
  readonly answers: readonly string[];
  readonly control: Control;
}

export type Handler = (request: RecordedRequest) => Reply | Promise<Reply>;

/** What a server knows about itself while it answers. */
export interface ServerSide {
  now(): number;
}

interface Planned {
  left: number;
  readonly reply: Reply | 'cut';
  readonly path: string | undefined;
}

/** Starts a server whose answers come from the handler that `build` makes, under the control of a test. */
export async function startStandIn(
  options: RecordingOptions,
  build: (server: ServerSide) => Handler,
): Promise<StandIn> {
  const now = options.now ?? Date.now;
  let clockOffsetMs = 0;
  let planned: readonly Planned[] = [];
  let holding: { readonly path: string | undefined } | undefined;
  let kept: readonly ((send: boolean) => void)[] = [];
  const answers: string[] = [];
  const changes = new EventEmitter().setMaxListeners(0);
  const closing = new AbortController();
  const handle = build({ now: () => now() + clockOffsetMs });

  const concerns = (path: string | undefined, request: RecordedRequest) =>
    path === undefined || path === request.path;

  function takePlanned(request: RecordedRequest): Reply | 'cut' | undefined {
    const plan = planned.find((candidate) => concerns(candidate.path, request));
    if (plan === undefined) return undefined;
    plan.left -= 1;
    planned = planned.filter((candidate) => candidate.left > 0);
    return plan.reply;
  }

  async function mayBeSent(request: RecordedRequest): Promise<boolean> {
    if (holding === undefined || !concerns(holding.path, request)) return true;
    return new Promise((resolve) => {
      kept = [...kept, resolve];
      changes.emit('held');
    });
  }

  async function answer(request: RecordedRequest, response: ServerResponse): Promise<void> {
    const reply = takePlanned(request) ?? (await handle(request));
    if (reply !== 'cut' && reply.body !== undefined) answers.push(reply.body);
    if (reply !== 'cut' && reply.delayMs) await sleep(reply.delayMs, undefined, { signal: closing.signal });
    if (reply === 'cut' || !(await mayBeSent(request))) {
      response.destroy();
      return;
    }
    response.statusCode = reply.status;
    response.setHeader('Date', new Date(now() + clockOffsetMs).toUTCString());
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
    response.end(reply.body);
  }

  function settle(send: boolean): void {
    const waiting = kept;
    kept = [];
    for (const resolve of waiting) resolve(send);
  }

  const recording = await startRecordingServer(options, answer);
  return {
    ...recording,
    answers,
    control: {
      failNext(count, reply, path) {
        planned = [...planned, { left: count, reply, path }];
      },
      hold(path) {
        holding = { path };
      },
      async held(count) {
        while (kept.length < count) await once(changes, 'held');
      },
      release() {
        holding = undefined;
        settle(true);
      },
      lose() {
        holding = undefined;
        settle(false);
      },
      setClockOffset(offsetMs) {
        clockOffsetMs = offsetMs;
      },
    },
    async close() {
      closing.abort();
      settle(false);
      await recording.close();
    },
  };
}
