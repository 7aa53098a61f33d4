import { type KindFault, type PlacedText, pathsOf } from './kind-requests.ts';
import type { ServerKind } from './server-kind.ts';
import { words } from './words.ts';

/** What leads off the server's own origin without being declared, or cannot be told. */
export function originFaults(kind: ServerKind): readonly KindFault[] {
  const declared = kind.origins ?? [];
  const faults = declared.flatMap((origin, index) =>
    isOrigin(origin) ? [] : [{ path: ['origins', index], message: words.origin }],
  );
  for (const { at, text } of [...pathsOf(kind), ...presetValues(kind)]) {
    const fault = addressFault(text, declared);
    if (fault !== null) faults.push({ path: [...at], message: fault });
  }
  for (const [index, { request }] of kind.probe.steps.entries()) {
    const path = ['probe', 'steps', index, 'request', 'path'];
    if (schemeOf(request.path)) faults.push({ path, message: words.ownPath });
  }
  return faults;
}

function addressFault(text: string, declared: readonly string[]): string | null {
  if (/[\p{Cc}\s#]/u.test(text)) return words.addressText;
  // What follows the origin without a slash would be another host.
  if (/.\{origin\}|\{origin\}(?!$|[/?{])/.test(text)) return words.unclearAddress;
  const scheme = schemeOf(text);
  if (!scheme) return null;
  const origin = originOf(text, scheme);
  if (origin === null) return words.unclearAddress;
  return declared.includes(origin) ? null : words.otherServer;
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
