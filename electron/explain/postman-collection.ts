import type { Finding, ServerSketch } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { words } from '../words/words.ts';
import { fieldMeaning, isSecretName } from './field-names.ts';
import type { LoginRequest } from './login-request.ts';
import { loginSketch } from './login-sketch.ts';
import { listed, member, members, textMember } from './member.ts';
import { oauthSketch, webAddress } from './oauth-sketch.ts';
import { pageWords } from './page-words.ts';
import { postmanRequest } from './postman-request.ts';
import { Unusable } from './unusable.ts';
import { variable, withoutMarks } from './variable.ts';

const said = words.findings;

/** Folders are nested a few times; a collection has hundreds of requests. */
const MAX_DEPTH = 20;
const MAX_ITEMS = 5000;

const grants: Readonly<Record<string, string>> = {
  authorization_code: 'authorization_code',
  authorization_code_with_pkce: 'authorization_code',
  implicit: 'authorization_code',
  client_credentials: 'client_credentials',
  password_credentials: 'password',
  password: 'password',
};

export function isPostmanCollection(document: unknown): boolean {
  const schema = textMember(member(document, 'info'), 'schema') ?? '';
  return (
    /postman/i.test(schema) ||
    (member(document, 'info') !== undefined && Array.isArray(member(document, 'item')))
  );
}

/**
 * Describes a server by a collection of Postman: by the OAuth 2.0 settings in it, the outermost first, else by a request that looks like a
 * login. Reads the formats 2.0 and 2.1. @see https://schema.postman.com/
 */
export function collectionSketch(document: unknown, kinds: readonly ServerKind[]): ServerSketch {
  const values = variables(document);
  const all = items(document);
  const settings = [document, ...all].flatMap((item) => {
    const auth = member(item, 'auth') ?? member(member(item, 'request'), 'auth');
    return textMember(auth, 'type') === 'oauth2' ? [parametersOf(member(auth, 'oauth2'), values)] : [];
  });
  const name = pageWords(textMember(member(document, 'info'), 'name') ?? '', 100);
  for (const found of settings) {
    const sketch = sketchOf(found, settings.length, name, kinds);
    if (sketch) return sketch;
  }
  for (const item of all) {
    const request = postmanRequest(member(item, 'request'), (text) => marked(filled(text, values)));
    const sketch = request && loginOf(request, kinds);
    if (sketch) {
      const title = pageWords(textMember(item, 'name') ?? '', 60);
      const from = { text: said.postman.request(title), sure: false };
      return { ...sketch, name: name || sketch.name, findings: [from, ...sketch.findings] };
    }
  }
  throw new Unusable('postman-no-sign-in');
}

type Values = ReadonlyMap<string, string>;

function sketchOf(
  found: Values,
  count: number,
  name: string,
  kinds: readonly ServerKind[],
): ServerSketch | null {
  const grant = grants[found.get('grant_type') ?? 'authorization_code'] ?? null;
  const urls: Record<string, string> = {};
  const open = new Set<string>();
  const places = {
    tokenUrl: 'accessTokenUrl',
    ...(grant === 'authorization_code' && { authorizationUrl: 'authUrl', redirectUri: 'redirect_uri' }),
  };
  for (const [id, key] of Object.entries(places)) {
    const text = found.get(key);
    const url = text === undefined || text.includes('{{') ? undefined : webAddress(text);
    for (const [, variable = ''] of (text ?? '').matchAll(/\{\{([^{}]{1,100})\}\}/g)) open.add(variable);
    // Postman's own page takes the answer there, and no other program can.
    if (url !== undefined && !/^https:\/\/(oauth|www)\.(pstmn|postman)\./.test(url)) urls[id] = url;
  }
  if (grant === null) return null;
  const texts = [...found].filter(
    ([key, value]) => !isSecretName(key) && value !== '' && !value.includes('{{'),
  );
  const fields = texts
    .map(([key, value]) => [fieldMeaning(key), value] as const)
    .filter(([{ known }]) => known);
  const how = found.get('client_authentication');
  const findings: Finding[] = [
    ...(count > 1 ? [{ text: said.postman.several(count), sure: false }] : []),
    ...(found.get('grant_type') === 'implicit'
      ? [
          {
            text: said.postman.implicit,
            sure: false,
          },
        ]
      : []),
    ...[...open].map((variable) => ({
      text: said.postman.elsewhere(pageWords(variable, 60)),
      sure: false,
    })),
  ];
  const sketch = oauthSketch(
    {
      grant,
      urls,
      settings: how === 'body' || how === 'header' ? { clientAuth: how === 'body' ? 'body' : 'basic' } : {},
      fields: Object.fromEntries(fields.map(([{ id }, value]) => [id, pageWords(value, 500)])),
      name,
      findings,
    },
    kinds,
  );
  return sketch && { ...sketch, findings: [...sketch.findings, ...leftOut(found)] };
}

function leftOut(found: Values): readonly Finding[] {
  return [...found]
    .filter(
      ([key, value]) =>
        value !== '' && isSecretName(key) && /secret|password|^(access|refresh)_?token$/i.test(key),
    )
    .map(([key]) => ({
      text: said.leftOut.collection(pageWords(fieldMeaning(key).label)),
      sure: true,
    }));
}

function loginOf(request: LoginRequest, kinds: readonly ServerKind[]): ServerSketch | null {
  try {
    return loginSketch(request, kinds, 'collection');
  } catch (thrown) {
    if (thrown instanceof Unusable) return null;
    throw thrown;
  }
}

/** Format 2.1 lists key and value, format 2.0 has them as members. */
function parametersOf(settings: unknown, values: Values): Values {
  const pairs = Array.isArray(settings)
    ? listed(settings, 200).map((one) => [textMember(one, 'key') ?? '', member(one, 'value')] as const)
    : members(settings, 200);
  return new Map(
    pairs.flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, filled(value.trim(), values)] as const] : [],
    ),
  );
}

/** Every folder and request, from the outside in. */
function items(document: unknown): readonly unknown[] {
  const all: unknown[] = [];
  let level: readonly unknown[] = [document];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && all.length < MAX_ITEMS; depth += 1) {
    level = level.flatMap((one) => listed(member(one, 'item'), MAX_ITEMS)).slice(0, MAX_ITEMS);
    all.push(...level);
  }
  return all;
}

function variables(document: unknown): Values {
  return new Map(
    listed(member(document, 'variable'), 500).flatMap((one) => {
      const key = textMember(one, 'key') ?? textMember(one, 'id');
      const value = textMember(one, 'value');
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Fills in what the collection itself knows, once: values do not refer to each other without end. */
function filled(text: string, values: Values): string {
  return text
    .slice(0, 4000)
    .replace(/\{\{([^{}]{1,100})\}\}/g, (whole, name) => values.get(String(name).trim()) ?? whole);
}

/** Marks the variables that are left as such. */
function marked(text: string): string {
  return withoutMarks(text).replace(/\{\{([^{}]{1,100})\}\}/g, (_, name) => variable(String(name).trim()));
}
