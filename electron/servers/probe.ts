import type { RequestInput } from '../contract/ipc.ts';
import type { ProbeResult } from '../contract/probe-result.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { createDocumentHunt, documentPlace } from '../explain/document-hunt.ts';
import { documentEvidence, stepEvidence } from '../explain/probe-evidence.ts';
import { Failure } from '../failure.ts';
import type { Clock, Http, HttpRequest } from '../ports.ts';
import { createProbeAsker } from './probe-asker.ts';
import { type PlannedStep, planProbe } from './probe-plan.ts';
import { isMatch, type SeenStep, summarise } from './probe-result.ts';
import type { Server } from './server.ts';
import { baseAddress, readServerAddress } from './server-address.ts';
import { buildRequest } from './template.ts';

interface Deps {
  readonly http: Http;
  readonly clock: Clock;
  /** The kinds there are by now. */
  readonly kinds: () => readonly ServerKind[];
}

const MAX_AT_ONCE = 4;

/**
 * Makes the live probe of an address: asks it, without credentials, what it is. Throws `address-invalid` and `plain-http-refused`
 * before anything is sent.
 */
export function createProbe({ http, clock, ...deps }: Deps) {
  return async (input: RequestInput<'server.probe'>): Promise<ProbeResult> => {
    const url = readServerAddress(input.address, input.allowPlainHttp);
    const startedAt = clock.now();
    const kinds = deps.kinds();
    const how = { allowPlainHttp: input.allowPlainHttp, ...(input.caPem && { caPem: input.caPem }) };
    const place = documentPlace(url);
    const plan = planProbe(kinds, place.base);
    const asker = createProbeAsker(http);
    const hunt = createDocumentHunt(asker, plan.base, place.document, how);
    const seen: SeenStep[] = [];

    async function take(step: PlannedStep): Promise<void> {
      const request = requestOf(step, how);
      if (!request || asker.isAbsent(request.url)) return;
      const reply = await asker.ask(request);
      if (reply && isMatch(step, reply)) seen.push({ ...step, reply });
    }
    await inParallel([...plan.certain.map((step) => () => take(step)), hunt.lookFirst]);
    if (seen.length > 0) {
      const found = new Set(seen.map(({ kind }) => kind.id));
      await inParallel(
        plan.variants.filter(({ kind }) => found.has(kind.id)).map((step) => () => take(step)),
      );
    } else {
      // Descriptions from outside stand in the place of what is tried last, or they would find every request used up.
      await hunt.lookFurther(plan.own.length);
      for (const round of [...plan.guesses, plan.own, plan.variants]) {
        await inParallel(round.map((step) => () => take(step)));
      }
    }

    const { address, matches } = summarise(kinds, seen);
    const hints = hunt.hints();
    const isCertain = matches.some(({ certain }) => certain);
    return {
      address: address ?? hunt.address() ?? baseAddress(url),
      answered: asker.answered(),
      elapsedMs: clock.now() - startedAt,
      tls: tlsOf(url, asker.answered(), asker.failure()),
      matches: matches.map((match) => ({
        ...match,
        evidence: [
          ...stepEvidence(seen.filter(({ kind }) => kind.id === match.kindId)),
          ...(hints ? documentEvidence(hints, match, address ?? '', kinds, asker) : []),
        ],
      })),
      sketch: isCertain ? null : hunt.sketch(kinds),
      requests: asker.requests(),
    };
  };
}

async function inParallel(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
}

/** `undefined` where the address lacks what the path is made of. */
function requestOf(
  { kind, step, address, settings }: PlannedStep,
  how: Pick<Server, 'allowPlainHttp' | 'caPem'>,
): HttpRequest | undefined {
  const server = {
    id: 'probe',
    kindId: kind.id,
    name: '',
    address,
    settings,
    ...how,
    acceptedLogins: [],
    facts: [],
  };
  try {
    const request = buildRequest(kind, step.request, server, {});
    const isElsewhere = new URL(request.url).origin !== new URL(address).origin;
    return kind.group === 'own' && isElsewhere ? undefined : request;
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined;
    throw thrown;
  }
}

function tlsOf(url: URL, answered: boolean, failure: string | undefined): ProbeResult['tls'] {
  if (url.protocol === 'http:') return 'plain';
  if (answered) return 'valid';
  return failure === 'tls-refused' ? 'refused' : 'unknown';
}
