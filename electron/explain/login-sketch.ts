import type { Finding, ServerSketch } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { words } from '../words/words.ts';
import { carriedValues } from './carried-values.ts';
import { fieldMeaning, isSecretName } from './field-names.ts';
import { knownLogin } from './known-login.ts';
import type { LoginRequest } from './login-request.ts';
import { filledIn, oauthSketch } from './oauth-sketch.ts';
import { type DescribedField, ownKind } from './own-kind.ts';
import { pageWords } from './page-words.ts';
import { Unusable } from './unusable.ts';
import { variablesOf } from './variable.ts';

const said = words.findings;

/** Names whose value says how to sign in and never who does. */
const constants: ReadonlySet<string> = new Set(['grant_type', 'grantType', 'response_type']);
/** Names for which that holds where the value is a word. */
const sorts: ReadonlySet<string> = new Set(['type', 'provider']);
const word = /^(?:[A-Za-z]?[a-z]{1,15}|[A-Z]{1,15})(?:[_-](?:[A-Za-z]?[a-z]{1,15}|[A-Z]{1,15})){0,3}\d{0,2}$/;
/** Fewer digits are a version or a choice; with as many, a PIN begins. */
const FEWEST_SECRET_DIGITS = 4;

/** What a browser or curl says of itself, or what follows from the body. */
const chatter =
  /^(accept.*|user-agent|content-(type|length)|host|origin|referer|connection|cookie|dnt|priority|pragma|cache-control|sec-.*|x-requested-with|upgrade-insecure-requests|te|postman-token)$/i;

/**
 * Describes a server by an example of its login: by a kind that is there where one sends the same, else by a kind of its own. Values that
 * may be secrets are left out and named. Throws an {@link Unusable} for a request that signs nobody in.
 */
export function loginSketch(
  example: LoginRequest,
  kinds: readonly ServerKind[],
  source: keyof typeof said.leftOut,
): ServerSketch {
  const authorization = header(example, 'authorization');
  const request = { ...example, basic: example.basic ?? basicOf(authorization) };
  const { url, basic, fields } = request;
  const grant = fields.find(({ name }) => name === 'grant_type')?.value ?? null;
  const secrets = fields.filter(({ name, value }) => isSecretName(name) && value !== '');
  const hasKey = request.headers.some(
    ([name]) => !chatter.test(name) && isSecretName(name) && !/^authorization$/i.test(name),
  );
  if ([...url.searchParams.keys()].some(isSecretName)) throw new Unusable('curl-credentials-in-address');
  if (!basic && secrets.length === 0 && grant === null && !hasKey && !looksLikeLogin(request)) {
    throw new Unusable(authorization === '' ? 'curl-no-credentials' : 'curl-token-only');
  }
  const hasClient = grant !== null && basic !== null;
  const own = ownSketch(request, secrets.length === 0 && !basic && grant === null);
  const known = grant === null && basic ? null : knownLogin(request, kinds, hasClient);
  const namesClient = hasClient || fields.some(({ name }) => name === 'client_id') || grant !== 'password';
  const oauth =
    grant !== null && request.bodyAs === 'form' && namesClient ? oauthFrom(request, grant, kinds) : null;
  const sketch = known ? { ...known, ownKind: own?.ownKind ?? null } : (oauth ?? own);
  if (!sketch) throw new Unusable('curl-body');
  return {
    ...sketch,
    findings: [...sketch.findings, ...leftOut(request, grant, source), ...variableFindings(request)],
  };
}

function oauthFrom(request: LoginRequest, grant: string, kinds: readonly ServerKind[]): ServerSketch | null {
  const { url, fields, basic } = request;
  const inBody = fields.some(({ name, value }) => name === 'client_secret' && value !== '');
  const texts = fields.map(({ name, value }) => [fieldMeaning(name).id, value] as const);
  const sent = Object.fromEntries(texts.filter(([, value]) => variablesOf(value).length === 0));
  return oauthSketch(
    {
      grant,
      urls: { tokenUrl: `${url.origin}${url.pathname}${url.search}` },
      settings: { clientAuth: basic ? 'basic' : inBody ? 'body' : 'none' },
      fields: { ...sent, ...(basic && { clientId: formDecoded(basic.username) }) },
      name: url.host,
      findings: [],
    },
    kinds,
  );
}

/** True for what is sent to a place that is named for signing in, whatever the names in it. */
function looksLikeLogin({ method, url, fields }: LoginRequest): boolean {
  const isPlace = /(log-?in|sign-?in|auth|authenticate|sessions?|tokens?)\/?$/i.test(url.pathname);
  return method !== 'GET' && isPlace && fields.filter(({ isText }) => isText).length > 1;
}

/** `isBlind` where no name tells which of the values is the secret. */
function ownSketch(request: LoginRequest, isBlind: boolean): ServerSketch | null {
  const { url, method, bodyAs } = request;
  const kind = ownKind({
    label: url.hostname,
    method,
    path: `${url.pathname}${url.search}`,
    bodyAs,
    fields: describedFields(request, isBlind),
    grant: {},
  });
  if (!kind) return null;
  const form = kind.logins[0]?.fields ?? [];
  const fields = carriedValues(request, form);
  return {
    kindId: null,
    ownKind: kind,
    name: url.host,
    address: url.origin,
    settings: {},
    loginId: 'login',
    fields,
    findings: [
      {
        text: said.strangeLogin(method, pageWords(url.pathname), said.bodies[bodyAs ?? 'none']),
        sure: true,
      },
      { text: said.answerUnknown, sure: false },
      ...(isBlind ? [{ text: said.allMasked, sure: false }] : []),
      ...(request.fields.some(({ isText }) => !isText)
        ? [
            {
              text: said.sentAsText,
              sure: false,
            },
          ]
        : []),
      ...filledIn(form, fields),
    ],
  };
}

function describedFields(
  { fields, headers, basic }: LoginRequest,
  isBlind: boolean,
): readonly DescribedField[] {
  const inBody = fields.map(({ name, value, isText }): DescribedField => {
    const saysHow = isText ? constants.has(name) || (sorts.has(name) && word.test(value)) : isChoice(value);
    const isConstant = saysHow && !isSecretName(name);
    const isMasked = isBlind && !isConstant && !fieldMeaning(name).known;
    return { name, place: 'body', ...(isConstant && { constant: value }), ...(isMasked && { secret: true }) };
  });
  const inHeaders = headers
    .filter(([name]) => !chatter.test(name) && !(basic && /^authorization$/i.test(name)))
    .map(([name]): DescribedField => ({ name, place: 'header' }));
  if (!basic) return [...inHeaders, ...inBody];
  const password: DescribedField = {
    name: 'password',
    place: 'basic-password',
    optional: basic.password === '',
  };
  return [{ name: 'username', place: 'basic-user' }, password, ...inHeaders, ...inBody];
}

/** True for a truth value and for a number that is too short for a secret. */
function isChoice(value: string): boolean {
  return value.replace(/\D/g, '').length < FEWEST_SECRET_DIGITS;
}

/** Names the secrets that stood in the text. */
function leftOut(
  { fields, headers, basic, notes }: LoginRequest,
  grant: string | null,
  source: keyof typeof said.leftOut,
): readonly Finding[] {
  const inBasic = basic?.password ? [grant === null ? 'password' : 'client_secret'] : [];
  const inBody = fields.filter(
    ({ name, value }) =>
      value !== '' &&
      variablesOf(value).length === 0 &&
      // What a browser brings back is typed by nobody.
      !(grant === 'authorization_code' && /^code(_verifier)?$/.test(name)),
  );
  const named = [...inBody.map(({ name }) => name), ...headers.map(([name]) => name)].filter(
    (name) => isSecretName(name) && !chatter.test(name) && !/^authorization$/i.test(name),
  );
  const labels = new Set([...inBasic, ...named].map((name) => fieldMeaning(name).label));
  return [...[...labels].map((label) => said.leftOut[source](pageWords(label))), ...notes].map((text) => ({
    text,
    sure: true,
  }));
}

/** The variables whose values are the user's to fill in. */
function variableFindings({ fields, basic }: LoginRequest): readonly Finding[] {
  const texts = [...fields.map(({ value }) => value), basic?.username ?? '', basic?.password ?? ''];
  const names = [...new Set(texts.flatMap(variablesOf))].slice(0, 8).map((name) => pageWords(name, 40));
  return names.length === 0 ? [] : [{ text: said.variables(names), sure: true }];
}

function header({ headers }: LoginRequest, wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

/** @see RFC 7617 §2 */
function basicOf(authorization: string): LoginRequest['basic'] {
  const [, encoded] = /^basic\s+([\w+/=-]+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return null;
  const [username = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { username, password: password.join(':') };
}

/** A client's id is form-encoded before it stands in Basic, by those that keep to the rule. @see RFC 6749 §2.3.1 */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
