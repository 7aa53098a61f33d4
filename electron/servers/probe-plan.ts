import { fitsAll } from '../contract/request-template.ts';
import type { ProbeStep, ServerKind } from '../contract/server-kind.ts';
import { baseAddress } from './server-address.ts';

/** Whoever wrote a description gets to ask every address that is ever probed, so its questions are few. */
const MAX_OWN_STEPS = 2;

type Settings = Readonly<Record<string, string>>;

/** One request of a probe, with the address and settings it tries. */
export interface PlannedStep {
  readonly kind: ServerKind;
  readonly step: ProbeStep;
  readonly address: string;
  readonly settings: Settings;
}

/** The requests of a probe, in the order in which they are worth their cost. */
export interface ProbePlan {
  /** The server's own address, whatever end of it was pasted. */
  readonly base: string;
  /** Whose answer can come from one kind alone. */
  readonly certain: readonly PlannedStep[];
  /** Whose answer tells ways of one kind apart, which is worth knowing once the kind is. */
  readonly variants: readonly PlannedStep[];
  /** The rest, in two rounds: where the first finds nothing, the second need not ask. */
  readonly guesses: readonly (readonly PlannedStep[])[];
  /** What descriptions from outside ask: by GET alone, and never for certain. */
  readonly own: readonly PlannedStep[];
}

export function planProbe(kinds: readonly ServerKind[], url: URL): ProbePlan {
  const planned = kinds.filter(({ group }) => group !== 'own').flatMap((kind) => stepsOf(kind, url));
  const own = kinds
    .filter(({ group }) => group === 'own')
    .flatMap((kind) => stepsOf(kind, url).filter(mayAsk))
    .slice(0, MAX_OWN_STEPS)
    .map((planned) => ({ ...planned, step: { ...planned.step, certain: false } }));
  const rest = planned.filter(({ step }) => !step.certain);
  const isVariant = ({ kind, step }: PlannedStep): boolean =>
    step.settings !== undefined && kind.probe.steps.some(({ certain }) => certain);
  const addresses = [baseAddress(url), ...[...planned, ...own].map(({ address }) => address)];
  return {
    base: addresses.reduce((one, other) => (other.length < one.length ? other : one)),
    certain: planned.filter(({ step }) => step.certain),
    variants: rest.filter(isVariant),
    guesses: inRounds(rest.filter((step) => !isVariant(step))),
    own,
  };
}

function stepsOf(kind: ServerKind, url: URL): readonly PlannedStep[] {
  const { address, settings } = placeOf(kind, url);
  return kind.probe.steps.flatMap((step) => {
    const tries = settings ? [settings] : (step.tries ?? [{}]);
    const depends = step.tries !== undefined || settings !== undefined;
    return (depends ? tries : [{}]).map((tried) => ({ kind, step, address, settings: tried }));
  });
}

/** True for a question that changes nothing at a server, and whose answer says something. */
function mayAsk({ step }: PlannedStep): boolean {
  return step.request.method === 'GET' && !step.request.body && !step.match.some(fitsAll);
}

/** What differs in the body alone is for the second round. */
function inRounds(steps: readonly PlannedStep[]): ProbePlan['guesses'] {
  const seen = new Set<string>();
  const isFirst = steps.map(({ kind, step, address, settings }) => {
    const key = JSON.stringify([kind.id, step.request.path, address, settings]);
    return !seen.has(key) && seen.add(key);
  });
  return [steps.filter((_, at) => isFirst[at]), steps.filter((_, at) => !isFirst[at])];
}

/** Where a kind would stand: people paste the address of a login as often as the base. */
function placeOf(kind: ServerKind, url: URL): { readonly address: string; readonly settings?: Settings } {
  const path = withoutSlash(url.pathname);
  // An issuer's own path stands behind the well-known part. @see RFC 8414 §3.1
  const wellKnown = kind.probe.endpoints.find(
    (start) => /^\/\.well-known\//.test(start) && path.startsWith(`${start}/`),
  );
  if (wellKnown !== undefined) return { address: baseAddress(url, path.slice(wellKnown.length)) };
  const endpoint = kind.probe.endpoints
    .map(withoutSlash)
    .sort((a, b) => b.length - a.length)
    .find((end) => path.endsWith(end));
  if (endpoint !== undefined) return { address: baseAddress(url, path.slice(0, -endpoint.length)) };
  const { tokenEndpoint } = kind.probe;
  if (!tokenEndpoint || !/token$/i.test(path)) return { address: baseAddress(url) };
  const folder = path.replace(/[^/]*$/, '');
  const siblings = Object.entries(tokenEndpoint.siblings).map(([setting, name]) => [
    setting,
    `${folder}${name}`,
  ]);
  return {
    address: url.origin,
    settings: { [tokenEndpoint.setting]: url.pathname, ...Object.fromEntries(siblings) },
  };
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
