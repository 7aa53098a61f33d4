import type { ServerSketch } from '../contract/explanation.ts';
import type { Login, ServerKind } from '../contract/server-kind.ts';
import { baseAddress } from '../servers/server-address.ts';
import { words } from '../words/words.ts';
import { carriedValues } from './carried-values.ts';
import type { LoginRequest } from './login-request.ts';
import { filledIn } from './oauth-sketch.ts';
import { pageWords } from './page-words.ts';

const said = words.findings;

type Values = Readonly<Record<string, string>>;

/** A server of a known kind whose sign-in sends the same names by the same method to a path of that end; null where there is none. */
export function knownLogin(
  request: LoginRequest,
  kinds: readonly ServerKind[],
  hasClient: boolean,
): ServerSketch | null {
  for (const kind of kinds) {
    for (const login of kind.group === 'known' ? kind.logins : []) {
      const settings = settingsFor(kind, login, request, hasClient);
      if (settings) return sketchOf(kind, login, settings, request);
    }
  }
  return null;
}

function settingsFor(kind: ServerKind, login: Login, sent: LoginRequest, hasClient: boolean): Values | null {
  if (!('request' in login) || 'flow' in login || login.request.method !== sent.method) return null;
  const { client, body, path } = login.request;
  if (!body || (client !== undefined) !== hasClient) return null;
  const names = sent.fields.map(({ name }) => name);
  const needed = Object.entries(body.fields).filter(([, text]) =>
    login.fields.some(({ id, optional }) => text === `{${id}}` && !optional),
  );
  if (!names.every((name) => Object.hasOwn(body.fields, name))) return null;
  if (!needed.every(([name]) => names.includes(name))) return null;
  const format = formatFor(kind, body.as, sent.bodyAs);
  const place = placeFor(kind, path, sent.url.pathname);
  return format && place ? { ...format, ...place } : null;
}

function formatFor(kind: ServerKind, as: string, sentAs: LoginRequest['bodyAs']): Values | null {
  const setting = kind.settings.find(({ id }) => as === `{${id}}`);
  if (!setting || sentAs === null) return as === sentAs ? {} : null;
  return setting.options?.some(({ value }) => value === sentAs) ? { [setting.id]: sentAs } : null;
}

/** The settings with which a path of the kind ends as the one that was sent to; null where there are none. */
function placeFor(kind: ServerKind, path: string, sentTo: string): Values | null {
  const setting = kind.settings.find(({ id }) => path === `{${id}}`);
  if (setting) {
    const tries = [
      { [setting.id]: setting.initial ?? '' },
      ...kind.probe.steps.flatMap((step) => step.tries ?? []),
    ];
    return tries.find(({ [setting.id]: tried }) => tried && sentTo.endsWith(tried)) ?? null;
  }
  const [name, derived] = Object.entries(kind.derived ?? {}).find(([id]) => path.includes(`{${id}}`)) ?? [];
  if (name === undefined || derived === undefined) return sentTo.endsWith(path) ? {} : null;
  const [found] = Object.entries(derived.values)
    .map(([choice, value]) => [choice, path.replaceAll(`{${name}}`, value)] as const)
    .filter(([, full]) => sentTo.endsWith(full))
    .sort(([, one], [, other]) => other.length - one.length);
  return found ? { [derived.from]: found[0] } : null;
}

function sketchOf(kind: ServerKind, login: Login, settings: Values, request: LoginRequest): ServerSketch {
  const { url, method, bodyAs } = request;
  const path = url.pathname.replace(/\/+$/, '');
  const [end = ''] = kind.probe.endpoints
    .map((endpoint) => endpoint.replace(/\/+$/, ''))
    .filter((endpoint) => path.endsWith(endpoint))
    .sort((one, other) => other.length - one.length);
  const fields = carriedValues(request, login.fields);
  const body = said.bodies[bodyAs === 'json' ? 'json' : 'form'];
  return {
    kindId: kind.id,
    ownKind: null,
    name: kind.label,
    address: baseAddress(url, end === '' ? '' : path.slice(0, path.length - end.length)),
    settings: { ...settings },
    loginId: login.id,
    fields,
    findings: [
      {
        text: said.knownLogin(method, pageWords(url.pathname), body, kind.label),
        sure: false,
      },
      ...filledIn(login.fields, fields),
    ],
  };
}
