import type { ServerSketch } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { words } from '../words/words.ts';
import { fieldMeaning, isSecretName } from './field-names.ts';
import { listed, member, textMember } from './member.ts';
import { oauthSketch, webAddress } from './oauth-sketch.ts';
import { pageWords } from './page-words.ts';
import { Unusable } from './unusable.ts';

const said = words.findings;

/** Nobody keeps more by hand. */
const MAX_VALUES = 2000;

/** Names under which people keep addresses, by the setting they mean. */
const addresses: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['tokenUrl', /^(oauth2?)?(access)?token(url|uri|endpoint)$/],
  ['authorizationUrl', /^(oauth2?)?auth(orization|orize)?(url|uri|endpoint)$/],
  ['deviceUrl', /^device(authorization|code)?(url|uri|endpoint)$/],
  ['issuer', /^(oauth2?|oidc)?(issuer|authority|realm)(url|uri)?$/],
  ['redirectUri', /^(redirect|callback)(url|uri)$/],
  ['base', /^((base|api|server|host|root|service)(url|uri)?|url|(api)?host(name)?|endpoint)$/],
];

/** True for what Postman writes when an environment is exported. */
export function isPostmanEnvironment(document: unknown): boolean {
  const scope = textMember(document, '_postman_variable_scope');
  const values = member(document, 'values');
  return (
    Array.isArray(values) &&
    (scope !== undefined || values.some((one) => textMember(one, 'key') !== undefined)) &&
    member(document, 'item') === undefined
  );
}

/** Describes a server by the values of a Postman environment, whose names are all that says what they mean. */
export function environmentSketch(document: unknown, kinds: readonly ServerKind[]): ServerSketch {
  const urls: Record<string, string> = {};
  const fields: Record<string, string> = {};
  const secrets: string[] = [];
  for (const entry of listed(member(document, 'values'), MAX_VALUES)) {
    const key = textMember(entry, 'key');
    const value = textMember(entry, 'value');
    if (key === undefined || value === undefined || member(entry, 'enabled') === false) continue;
    const place = addresses.find(([, pattern]) => pattern.test(key.toLowerCase().replace(/[^a-z\d]/g, '')));
    const url = place ? webAddress(value) : undefined;
    if (place && url !== undefined) urls[place[0]] ??= url;
    else if (textMember(entry, 'type') === 'secret' || isSecretName(key)) secrets.push(key);
    else {
      const { id, known } = fieldMeaning(key);
      if (known && value.length <= 500 && !value.includes('{{')) fields[id] ??= pageWords(value, 500);
    }
  }
  const { base, ...named } = urls;
  const has = (id: string): boolean => secrets.some((key) => fieldMeaning(key).id === id);
  const isOauth = Object.keys(named).length > 0 || fields.clientId !== undefined;
  const grant = !isOauth ? null : grantOf(named, fields, has('clientSecret'));
  const leftOut = secrets.slice(0, 12).map((key) => ({
    text: said.leftOut.environment(pageWords(key, 60)),
    sure: true,
  }));
  const from = { text: said.postman.byNames, sure: false };
  const name = pageWords(textMember(document, 'name') ?? '', 100);
  const sketch = isOauth
    ? oauthSketch({ grant, urls: named, settings: {}, fields, name, findings: [from] }, kinds)
    : null;
  if (sketch) {
    const address = sketch.address !== '' ? sketch.address : base === undefined ? '' : new URL(base).origin;
    return { ...sketch, address, findings: [...sketch.findings, ...leftOut] };
  }
  if (base === undefined) throw new Unusable('postman-no-sign-in');
  return {
    kindId: null,
    ownKind: null,
    name,
    address: base.replace(/\/+$/, ''),
    settings: {},
    loginId: null,
    fields,
    findings: [from, { text: said.postman.address(pageWords(base)), sure: true }, ...leftOut],
  };
}

function grantOf(
  urls: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>>,
  hasSecret: boolean,
): string | null {
  if (urls.authorizationUrl !== undefined || urls.redirectUri !== undefined) return 'authorization_code';
  if (fields.username !== undefined) return 'password';
  if (hasSecret) return 'client_credentials';
  return urls.issuer === undefined ? null : 'authorization_code';
}
