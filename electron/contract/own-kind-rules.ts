import { isHeaderName } from './header-name.ts';
import { originFaults } from './kind-origins.ts';
import {
  addressNames,
  type KindFault,
  type Path,
  type PlacedRequest,
  parametersOf,
  pathsOf,
  requestsOf,
  textsOf,
  tokenNames,
} from './kind-requests.ts';
import { formsOf, secretFaults } from './kind-secrets.ts';
import { fitsAll, placeholdersOf } from './request-template.ts';
import type { ServerKind } from './server-kind.ts';
import { words } from './words.ts';

/** More than any server needs to be described, and no burden where it is shown. */
const MAX_LENGTH = 100_000;

/** More than any login sends. */
const MAX_BODY_FIELDS = 200;

/** A name that can stand in braces, and is no name that every object has. */
const plainName = /^[a-z]\w{0,49}$/i;
const ownNames = /(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/;

/** What the schema alone cannot say of a description that comes from outside: names that fit together, origins, and no secrets. */
export function ownKindFaults(kind: ServerKind): readonly KindFault[] {
  if (JSON.stringify(kind).length > MAX_LENGTH) return [{ path: ['label'], message: words.wholeTooLong }];
  return [
    ...labelFaults(kind),
    ...nameFaults(kind),
    ...pathFaults(kind),
    ...requestsOf(kind).flatMap((placed) => requestFaults(kind, placed)),
    ...parameterFaults(kind),
    ...grantFaults(kind),
    ...probeFaults(kind),
    ...originFaults(kind),
    ...secretFaults(kind),
  ];
}

function labelFaults(kind: ServerKind): readonly KindFault[] {
  const labels = [
    { at: ['label'], label: kind.label },
    ...kind.logins.map(({ label }, index) => ({ at: ['logins', index, 'label'], label })),
    ...formsOf(kind).flatMap(({ at, fields }) =>
      fields.map(({ label }, index) => ({ at: [...at, index, 'label'], label })),
    ),
  ];
  return labels.flatMap(({ at, label }) => {
    if (label.trim() === '') return [{ path: at, message: words.needed }];
    return label.length > 100 ? [{ path: at, message: words.tooLong }] : [];
  });
}

function nameFaults(kind: ServerKind): readonly KindFault[] {
  const settings = kind.settings.map(({ id }) => id);
  const derived = Object.keys(kind.derived ?? {});
  const faults: KindFault[] = [];
  const check = (path: Path, id: string, others: readonly string[], form = plainName): void => {
    if (!form.test(id)) faults.push({ path, message: words.plainName });
    else if (others.includes(id)) faults.push({ path, message: words.nameTaken });
  };
  const logins = kind.logins.map(({ id }) => id);
  for (const [index, id] of logins.entries()) {
    check(['logins', index, 'id'], id, logins.slice(0, index), /^[a-z][\w-]{0,49}$/i);
  }
  for (const { at, fields } of formsOf(kind)) {
    const others = at[0] === 'settings' ? [...tokenNames, ...addressNames] : [...settings, ...derived];
    for (const [index, { id, type, options = [] }] of fields.entries()) {
      check([...at, index, 'id'], id, [...others, ...fields.slice(0, index).map((field) => field.id)]);
      if (type === 'select' && options.length === 0)
        faults.push({ path: [...at, index, 'options'], message: words.needed });
    }
  }
  for (const [name, { from }] of Object.entries(kind.derived ?? {})) {
    check(['derived', name], name, [...tokenNames, ...addressNames, ...settings]);
    if (!settings.includes(from)) faults.push({ path: ['derived', name, 'from'], message: words.noSetting });
  }
  if (kind.learns && !settings.includes(kind.learns.setting)) {
    faults.push({ path: ['learns', 'setting'], message: words.noSetting });
  }
  return faults;
}

function pathFaults(kind: ServerKind): readonly KindFault[] {
  const known = [...namesOfSettings(kind), ...addressNames];
  return pathsOf(kind).flatMap(({ at, text }) =>
    placeholdersOf(text)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: at,
        message: words.notInAddress(name),
      })),
  );
}

function requestFaults(kind: ServerKind, placed: PlacedRequest): readonly KindFault[] {
  const { at, request, names: fillable } = placed;
  const { method, headers = {}, client, body } = request;
  const faults: KindFault[] = [];
  const known = [...namesOfSettings(kind), ...(fillable ?? [])];
  for (const { at: path, text } of fillable === null ? [] : textsOf(placed)) {
    const unknown = placeholdersOf(text).find((name) => !known.includes(name));
    if (unknown !== undefined) faults.push({ path, message: words.unknownName(unknown) });
  }
  for (const [name, text] of Object.entries(headers)) {
    const path = [...at, 'headers', name];
    if (/[^\x20-\x7e]/.test(text)) faults.push({ path, message: words.headerText });
  }
  if (body && method === 'GET') faults.push({ path: [...at, 'body'], message: words.getBody });
  const names = Object.keys(body?.fields ?? {});
  if (names.length > MAX_BODY_FIELDS)
    faults.push({ path: [...at, 'body', 'fields'], message: words.tooManyFields });
  for (const name of names) {
    const path = [...at, 'body', 'fields', name];
    if (name === '' || name.length > 200 || ownNames.test(name))
      faults.push({ path, message: words.fieldName });
  }
  const choices: readonly (readonly [string, string | undefined, RegExp])[] = [
    ['client', client, /^(?:none|basic|body|private_key_jwt|tls|\{\w+\})$/],
    ['dpop', request.dpop, /^(?:on|off|\{\w+\})$/],
  ];
  for (const [part, text, form] of choices) {
    if (text !== undefined && !form.test(text)) faults.push({ path: [...at, part], message: words.noChoice });
  }
  if (body && !/^(?:json|form|\{\w+\})$/.test(body.as))
    faults.push({ path: [...at, 'body', 'as'], message: words.noChoice });
  return faults;
}

function parameterFaults(kind: ServerKind): readonly KindFault[] {
  return parametersOf(kind).flatMap(({ texts, names }) => {
    const known = [...namesOfSettings(kind), ...names];
    return texts.flatMap(({ at, text }) => {
      const unknown = placeholdersOf(text).find((name) => !known.includes(name));
      if (unknown === undefined) return [];
      const isTyped = kind.logins.some(({ fields }) => fields.some(({ id }) => id === unknown));
      const message = isTyped ? words.notInBrowser(unknown) : words.unknownName(unknown);
      return [{ path: at, message }];
    });
  });
}

function grantFaults({ grant, refresh, logins, identity }: ServerKind): readonly KindFault[] {
  const faults: KindFault[] = [];
  const sources = [
    ...Object.entries(grant).map(([name, source]) => [['grant', name], source] as const),
    ...Object.entries(refresh?.grant ?? {}).map(
      ([name, source]) => [['refresh', 'grant', name], source] as const,
    ),
  ];
  for (const [path, source] of sources) {
    const [, header] = /^header:(.*)$/s.exec(source ?? '') ?? [];
    if (header !== undefined && !isHeaderName(header)) faults.push({ path, message: words.headerName });
  }
  const isPasted = logins.some((login) => 'paste' in login);
  if (refresh && grant.refreshToken === undefined && !isPasted) {
    faults.push({ path: ['grant', 'refreshToken'], message: words.neededToRefresh });
  }
  for (const [index, login] of logins.entries()) {
    if (!('paste' in login)) continue;
    const takes = login.fields.some(({ id }) => id === 'accessToken' || id === 'refreshToken');
    if (!takes)
      faults.push({
        path: ['logins', index, 'fields'],
        message: words.tokenFieldNeeded,
      });
  }
  const secrets = logins.flatMap(({ fields }) =>
    fields.filter(({ secret }) => secret).map(({ id }) => `field:${id}`),
  );
  for (const [index, source] of (identity?.who ?? []).entries()) {
    if (secrets.includes(source))
      faults.push({ path: ['identity', 'who', index], message: words.secretName });
  }
  return faults;
}

/** A probe is sent to addresses that have nothing to do with the kind. One that is copied may ask by POST, which is left out. */
function probeFaults({ probe }: ServerKind): readonly KindFault[] {
  return probe.steps.flatMap(({ request, match }, index) => {
    const at = ['probe', 'steps', index];
    const isHarmful = request.method !== 'GET' && request.method !== 'POST';
    const fault = { path: [...at, 'request', 'method'], message: words.probeMethod };
    const empty = match.findIndex(fitsAll);
    return [
      ...(isHarmful ? [fault] : []),
      ...(empty < 0 ? [] : [{ path: [...at, 'match', empty], message: words.fitsAll }]),
    ];
  });
}

function namesOfSettings({ settings, derived = {} }: ServerKind): readonly string[] {
  return [...settings.map(({ id }) => id), ...Object.keys(derived)];
}
