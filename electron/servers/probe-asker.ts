import { Failure } from '../failure.ts';
import type { Http, HttpRequest } from '../ports.ts';
import { type ReadReply, readReply } from './reply.ts';

/** Enough to tell every kind, and few enough for a server not to mind. */
const MAX_REQUESTS = 12;

/** After these there is no use in asking the same host for another path. */
const hostFailures: readonly string[] = ['unreachable', 'tls-refused', 'timed-out', 'cancelled'];

/** Asks one host, without credentials and no more often than a probe may. */
export interface ProbeAsker {
  /** `undefined` where nothing came of it, or it would be one request too many. Whoever asks the same shares the answer. */
  ask(request: HttpRequest): Promise<ReadReply | undefined>;
  /** True where that address is known to hold nothing. */
  isAbsent(url: string): boolean;
  requests(): number;
  answered(): boolean;
  /** Why the host cannot be asked any more. */
  failure(): string | undefined;
}

export function createProbeAsker(http: Http): ProbeAsker {
  const replies = new Map<string, Promise<ReadReply | undefined>>();
  const absent = new Set<string>();
  let answered = false;
  let failure: string | undefined;

  async function send(request: HttpRequest): Promise<ReadReply | undefined> {
    try {
      const reply = readReply(await http.send(request));
      answered = true;
      if (reply.status === 404 || reply.status === 410) absent.add(request.url);
      return reply;
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      if (hostFailures.includes(thrown.code)) failure ??= thrown.code;
      // An answer that is too long is one.
      else answered = true;
      return undefined;
    }
  }

  return {
    async ask(request) {
      const key = [request.method, request.url, request.body].join(' ');
      const known = replies.get(key);
      if (known || failure !== undefined || replies.size >= MAX_REQUESTS) return known;
      const reply = send(request);
      replies.set(key, reply);
      return reply;
    },
    isAbsent: (url) => absent.has(url),
    requests: () => replies.size,
    answered: () => answered,
    failure: () => failure,
  };
}
