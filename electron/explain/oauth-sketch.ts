import type { Finding, ServerSketch } from '../contract/explanation.ts';
import type { Field } from '../contract/server.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { readServerAddress } from '../servers/server-address.ts';
import { words } from '../words/words.ts';
import { pageWords } from './page-words.ts';

const said = words.findings;

type Values = Readonly<Record<string, string>>;

/** What a description says of an OAuth 2.0 sign-in, secrets left out. */
export interface OauthFacts {
  /** As `grant_type` names it; null where it was not said. */
  readonly grant: string | null;
  /** Full addresses, by the id of the setting that takes them. */
  readonly urls: Values;
  /** Other settings, such as how the client authenticates. */
  readonly settings: Values;
  /** Values for the sign-in, by field. */
  readonly fields: Values;
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** @see RFC 6749 §4, RFC 8628 §3.4, RFC 8693 §2.1, RFC 7523 §2.1 */
const loginIds: Readonly<Record<string, string>> = {
  authorization_code: 'browser',
  client_credentials: 'client-credentials',
  password: 'password',
  refresh_token: 'paste',
  'urn:ietf:params:oauth:grant-type:device_code': 'device',
  'urn:ietf:params:oauth:grant-type:token-exchange': 'token-exchange',
  'urn:ietf:params:oauth:grant-type:jwt-bearer': 'jwt-bearer',
};

/** Describes a server by what is known of its OAuth sign-in; null where no kind that is there signs in like that. */
export function oauthSketch(facts: OauthFacts, kinds: readonly ServerKind[]): ServerSketch | null {
  const loginId = facts.grant === null ? null : (loginIds[facts.grant] ?? null);
  if (facts.grant !== null && loginId === null) return null;
  const kind = kinds.find(
    ({ group, logins, settings }) =>
      group === 'oauth' &&
      (loginId === null || logins.some(({ id }) => id === loginId)) &&
      (facts.urls.authorizationUrl === undefined || settings.some(({ id }) => id === 'authorizationUrl')),
  );
  if (!kind) return null;
  const address = addressOf(facts.urls);
  const login = kind.logins.find(({ id }) => id === loginId);
  const settings = {
    ...fitting(kind.settings, facts.settings),
    ...fitting(kind.settings, shortened(facts.urls, address)),
  };
  const fields = fitting(login?.fields ?? [], facts.fields);
  const named = kind.settings.filter(
    ({ id }) => Object.hasOwn(facts.urls, id) && Object.hasOwn(settings, id),
  );
  return {
    kindId: kind.id,
    ownKind: null,
    name: facts.name,
    address,
    settings,
    loginId,
    fields,
    findings: [
      ...facts.findings,
      ...(login ? [{ text: said.grant(String(facts.grant), login.label), sure: true }] : []),
      ...(named.length > 0 ? [{ text: said.addresses(named.map(({ label }) => label)), sure: true }] : []),
      ...(address === '' ? [] : [{ text: said.addressTaken(address), sure: false }]),
      ...filledIn(login?.fields ?? [], fields),
    ],
  };
}

/** Says which fields of the sign-in are filled in already. */
export function filledIn(fields: readonly Field[], values: Values): readonly Finding[] {
  const labels = fields.filter(({ id }) => Object.hasOwn(values, id)).map(({ label }) => label);
  return labels.length === 0 ? [] : [{ text: said.filledIn(labels), sure: true }];
}

/** An issuer is an address to ask; else the token endpoint's origin is what tokens are bound to. */
function addressOf({ issuer, tokenUrl, authorizationUrl, deviceUrl }: Values): string {
  if (issuer !== undefined) return issuer.replace(/\/+$/, '');
  const url = tokenUrl ?? authorizationUrl ?? deviceUrl;
  return url === undefined ? '' : new URL(url).origin;
}

function shortened(urls: Values, address: string): Values {
  return Object.fromEntries(
    Object.entries(urls).map(([id, url]) => [
      id,
      id !== 'issuer' && id !== 'redirectUri' && url.startsWith(`${address}/`)
        ? url.slice(address.length)
        : url,
    ]),
  );
}

/** The values that have a place in a form: no secret, and one of the options where there are some. */
function fitting(fields: readonly Field[], values: Values): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ id, secret, options }) => {
      const value = Object.hasOwn(values, id) ? values[id] : undefined;
      if (value === undefined || value === '' || secret || value.length > 4000) return [];
      return options && !options.some((option) => option.value === value) ? [] : [[id, value] as const];
    }),
  );
}

/** A full web address without credentials in it, `undefined` for anything else. */
export function webAddress(text: string): string | undefined {
  try {
    const url = readServerAddress(pageWords(text), true);
    return url.href;
  } catch {
    return undefined;
  }
}
