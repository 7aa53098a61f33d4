import { Failure } from '../failure.ts';

/** A machine coming back from sleep with hundreds of sessions due must neither flood its network nor any one server. */
const CALLS_AT_ONCE = 4;
const CALLS_PER_SERVER = 2;

interface Waiting {
  readonly serverId: string;
  readonly isUrgent: boolean;
  readonly start: () => void;
}

export interface CallOptions {
  readonly serverId: string;
  readonly signal?: AbortSignal | undefined;
  /** True for what a user waits for: it goes before what is merely due. */
  readonly isUrgent: boolean;
}

/** Runs calls, at most four at once and two per server, each as soon as there is room for it. */
export type CallLimit = <Result>(options: CallOptions, call: () => Promise<Result>) => Promise<Result>;

export function createCallLimit(): CallLimit {
  const running = new Map<string, number>();
  let runningInAll = 0;
  const queue: Waiting[] = [];

  const hasRoom = ({ serverId }: Waiting): boolean => (running.get(serverId) ?? 0) < CALLS_PER_SERVER;

  function startNext(): void {
    while (runningInAll < CALLS_AT_ONCE) {
      const next = queue.find((one) => one.isUrgent && hasRoom(one)) ?? queue.find(hasRoom);
      if (!next) return;
      queue.splice(queue.indexOf(next), 1);
      running.set(next.serverId, (running.get(next.serverId) ?? 0) + 1);
      runningInAll += 1;
      next.start();
    }
  }

  function release(serverId: string): void {
    const left = (running.get(serverId) ?? 1) - 1;
    if (left === 0) running.delete(serverId);
    else running.set(serverId, left);
    runningInAll -= 1;
    startNext();
  }

  function admitted({ serverId, signal, isUrgent }: CallOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry = {
        serverId,
        isUrgent,
        start() {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      function leave(): void {
        queue.splice(queue.indexOf(entry), 1);
        reject(new Failure('cancelled'));
      }
      if (signal?.aborted) return reject(new Failure('cancelled'));
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(entry);
      // Thousands may be waiting for this very server; where it has no room, nothing is to be looked for.
      if (hasRoom(entry)) startNext();
    });
  }

  return async (options, call) => {
    await admitted(options);
    try {
      return await call();
    } finally {
      release(options.serverId);
    }
  };
}
