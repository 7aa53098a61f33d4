import type { RequestInput } from '../contract/ipc.ts';
import type { ProbeResult } from '../contract/server.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Clock, Http } from '../ports.ts';
import { type PlannedStep, planProbe } from './probe-plan.ts';
import { isMatch, type SeenStep, summarise } from './probe-result.ts';
import { readReply } from './reply.ts';
import { baseAddress, readServerAddress } from './server-address.ts';
import { buildRequest } from './template.ts';

interface Deps {
  readonly http: Http;
  readonly clock: Clock;
  /** The kinds there are by now. */
  readonly kinds: () => readonly ServerKind[];
}

/** Enough to tell every kind, and few enough for a server not to mind. */
const MAX_REQUESTS = 12;
const MAX_AT_ONCE = 4;

/** After these there is no use in asking the same host for another path. */
const hostFailures: readonly string[] = ['unreachable', 'tls-refused', 'timed-out', 'cancelled'];

/**
 * Makes the live probe of an address: asks it, without credentials, what it is. Throws `address-invalid` and `plain-http-refused`
 * before anything is sent.
 */
export function createProbe({ http, clock, ...deps }: Deps) {
  return async (input: RequestInput<'server.probe'>): Promise<ProbeResult> => {
    const url = readServerAddress(input.address, input.allowPlainHttp);
    const startedAt = clock.now();
    const kinds = deps.kinds();
    const plan = planProbe(kinds, url).slice(0, MAX_REQUESTS);
    const seen: SeenStep[] = [];
    let requests = 0;
    let answered = false;
    let hostFailure: string | undefined;

    async function take(step: PlannedStep): Promise<void> {
      if (hostFailure !== undefined) return;
      const server = {
        id: 'probe',
        kindId: step.kind.id,
        name: '',
        address: step.address,
        settings: step.settings,
        allowPlainHttp: input.allowPlainHttp,
        ...(input.caPem && { caPem: input.caPem }),
        acceptedLogins: [],
        facts: [],
      };
      try {
        const request = buildRequest(step.kind, step.step.request, server, {});
        requests += 1;
        const reply = readReply(await http.send(request));
        answered = true;
        if (isMatch(step.step, reply)) seen.push({ ...step, reply });
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        if (hostFailures.includes(thrown.code)) hostFailure ??= thrown.code;
      }
    }

    const waiting = [...plan];
    async function work(): Promise<void> {
      for (let step = waiting.shift(); step; step = waiting.shift()) await take(step);
    }
    await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));

    const { address, matches } = summarise(kinds, seen);
    return {
      address: address ?? baseAddress(url),
      answered,
      elapsedMs: clock.now() - startedAt,
      tls: tlsOf(url, answered, hostFailure),
      matches,
      requests,
    };
  };
}

function tlsOf(url: URL, answered: boolean, failure: string | undefined): ProbeResult['tls'] {
  if (url.protocol === 'http:') return 'plain';
  if (answered) return 'valid';
  return failure === 'tls-refused' ? 'refused' : 'unknown';
}
