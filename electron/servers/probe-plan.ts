import type { ProbeStep, ServerKind } from '../contract/server-kind.ts';
import { baseAddress } from './server-address.ts';

type Settings = Readonly<Record<string, string>>;

/** One request of a probe, with the address and settings it tries. */
export interface PlannedStep {
  readonly kind: ServerKind;
  readonly step: ProbeStep;
  readonly address: string;
  readonly settings: Settings;
}

/** The requests that tell the kinds apart at an address, the most telling ones first. */
export function planProbe(kinds: readonly ServerKind[], url: URL): readonly PlannedStep[] {
  const planned = kinds.flatMap((kind) => {
    const { address, settings } = placeOf(kind, url);
    return kind.probe.steps.flatMap((step) => {
      const tries = settings ? [settings] : (step.tries ?? [{}]);
      const depends = step.tries !== undefined || settings !== undefined;
      return (depends ? tries : [{}]).map((tried) => ({ kind, step, address, settings: tried }));
    });
  });
  return planned.sort((a, b) => Number(b.step.certain ?? false) - Number(a.step.certain ?? false));
}

/** Where a kind would stand: people paste the address of a login as often as the base. */
function placeOf(kind: ServerKind, url: URL): { readonly address: string; readonly settings?: Settings } {
  const path = withoutSlash(url.pathname);
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
