import { type KindFault, type PlacedText, pathsOf } from './kind-requests.ts';
import type { ServerKind } from './server-kind.ts';

const undeclared = 'Leads to another server: its origin has to be named among the origins of this kind';

const unclear = 'Write the whole address, with its host spelled out';

/** What leads off the server's own origin without being declared, or cannot be told. */
export function originFaults(kind: ServerKind): readonly KindFault[] {
  const declared = kind.origins ?? [];
  const faults = declared.flatMap((origin, index) =>
    isOrigin(origin)
      ? []
      : [{ path: ['origins', index], message: 'Write an origin such as https://auth.example.com' }],
  );
  for (const { at, text } of [...pathsOf(kind), ...presetValues(kind)]) {
    const fault = addressFault(text, declared);
    if (fault !== null) faults.push({ path: [...at], message: fault });
  }
  for (const [index, { request }] of kind.probe.steps.entries()) {
    const path = ['probe', 'steps', index, 'request', 'path'];
    if (schemeOf(request.path)) faults.push({ path, message: 'A path of the server itself belongs here' });
  }
  return faults;
}

function addressFault(text: string, declared: readonly string[]): string | null {
  if (/[\p{Cc}\s#]/u.test(text)) return 'An address holds no spaces and no #';
  // What follows the origin without a slash would be another host.
  if (/.\{origin\}|\{origin\}(?!$|[/?{])/.test(text)) return unclear;
  const scheme = schemeOf(text);
  if (!scheme) return null;
  const origin = originOf(text, scheme);
  if (origin === null) return unclear;
  return declared.includes(origin) ? null : undeclared;
}

/** `https:` or `https://` in front of an address; a path has none. */
function schemeOf(text: string): string | null {
  return /^[a-z][a-z0-9+.-]*:(\/\/)?/i.exec(text)?.[0] ?? null;
}

/** Null where the origin hangs on a value, or is none. */
function originOf(text: string, scheme: string): string | null {
  const [authority = ''] = text.slice(scheme.length).split(/[/?#\\]/);
  const [, protocol, port] =
    /^(https?):\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.exec(`${scheme}${authority}`.toLowerCase()) ??
    [];
  if (protocol === undefined) return null;
  const isUsual = port === (protocol === 'https' ? ':443' : ':80');
  const origin = `${scheme}${authority}`.toLowerCase();
  return isUsual && port ? origin.slice(0, -port.length) : origin;
}

function isOrigin(text: string): boolean {
  const scheme = schemeOf(text);
  return scheme !== null && originOf(text, scheme) === text;
}

/** Full addresses among the values that a description itself gives to settings. */
function presetValues({ settings, derived = {}, probe }: ServerKind): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  for (const [index, { initial, options = [] }] of settings.entries()) {
    texts.push({ at: ['settings', index, 'initial'], text: initial ?? '' });
    for (const [option, { value }] of options.entries()) {
      texts.push({ at: ['settings', index, 'options', option, 'value'], text: value });
    }
  }
  for (const [name, { values }] of Object.entries(derived)) {
    for (const [value, text] of Object.entries(values)) {
      texts.push({ at: ['derived', name, 'values', value], text });
    }
  }
  for (const [index, step] of probe.steps.entries()) {
    const sets = [
      step.settings ?? {},
      ...(step.tries ?? []),
      ...(step.settingsWhen ?? []).map(({ settings }) => settings),
    ];
    for (const text of sets.flatMap((set) => Object.values(set))) {
      texts.push({ at: ['probe', 'steps', index], text });
    }
  }
  return texts.filter(({ text }) => schemeOf(text)?.endsWith('//'));
}
