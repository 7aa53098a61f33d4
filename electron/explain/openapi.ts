import { words } from '../words/words.ts';
import { listed, member, members, textMember } from './member.ts';
import { type FoundLogin, findLogins } from './openapi-login.ts';
import { resolved } from './openapi-schema.ts';
import { pageWords } from './page-words.ts';
import { Unusable } from './unusable.ts';

const said = words.findings.openApi;

/** An OAuth 2.0 flow as a security scheme names it. */
export interface OpenApiFlow {
  readonly grant: 'authorization_code' | 'client_credentials' | 'password';
  /** As it is written: often no more than a relative path. */
  readonly tokenUrl: string | undefined;
  readonly authorizationUrl: string | undefined;
  readonly scopes: readonly string[];
}

/** What an OpenAPI document says about signing in. None of it was tried. */
export interface OpenApiHints {
  readonly title: string;
  /** Empty where it names no server in full. */
  readonly address: string;
  /** The path below which its paths stand. */
  readonly basePath: string;
  readonly flows: readonly OpenApiFlow[];
  readonly openIdUrl: string | undefined;
  readonly logins: readonly FoundLogin[];
  /** Other ways in, in words: `HTTP Basic`, `an API key in X-Api-Key`. */
  readonly others: readonly string[];
}

/** @see OpenAPI Specification 3.1 §4.8.28, OpenAPI 2.0 §securityDefinitions */
const flowGrants: Readonly<Record<string, OpenApiFlow['grant']>> = {
  authorizationCode: 'authorization_code',
  accessCode: 'authorization_code',
  implicit: 'authorization_code',
  clientCredentials: 'client_credentials',
  application: 'client_credentials',
  password: 'password',
};

export function isOpenApi(document: unknown): boolean {
  return member(document, 'openapi') !== undefined || member(document, 'swagger') !== undefined;
}

/** Reads a document of OpenAPI 2.0, 3.0 or 3.1. Nothing that it refers to is fetched. Throws {@link Unusable} for other versions. */
export function readOpenApi(document: unknown): OpenApiHints {
  const version = String(member(document, 'openapi') ?? member(document, 'swagger'));
  if (!/^(2\.0|3\.\d)/.test(version)) throw new Unusable('openapi-version');
  const title = pageWords(textMember(member(document, 'info'), 'title') ?? '', 100);
  const { address, basePath } = placeOf(document);
  const schemes = members(
    member(member(document, 'components'), 'securitySchemes') ?? member(document, 'securityDefinitions'),
    30,
  ).map(([, scheme]) => resolved(document, scheme));
  return {
    title,
    address,
    basePath,
    flows: schemes.flatMap(flowsOf),
    openIdUrl: schemes.map((scheme) => textMember(scheme, 'openIdConnectUrl')).find(Boolean),
    logins: findLogins(document, title || 'API', basePath).slice(0, 5),
    others: [...new Set(schemes.flatMap(otherWays))],
  };
}

function placeOf(document: unknown): { readonly address: string; readonly basePath: string } {
  const [server] = listed(member(document, 'servers'), 1);
  const host = textMember(document, 'host');
  const schemes = listed(member(document, 'schemes'), 5);
  const scheme = schemes.includes('http') && !schemes.includes('https') ? 'http' : 'https';
  const url =
    host === undefined
      ? withDefaults(textMember(server, 'url') ?? '', member(server, 'variables'))
      : `${scheme}://${host}`;
  const path = textMember(document, 'basePath') ?? '';
  try {
    const full = new URL(url, 'https://relative.invalid');
    const isFull = /^https?:\/\//i.test(url);
    const basePath = `${full.pathname}${path}`.replace(/\/{2,}/g, '/').replace(/\/$/, '');
    return { address: isFull && !full.username ? full.origin : '', basePath };
  } catch {
    return { address: '', basePath: '' };
  }
}

function withDefaults(url: string, variables: unknown): string {
  return url
    .slice(0, 2000)
    .replace(
      /\{([^{}]{1,100})\}/g,
      (_, name) => textMember(member(variables, String(name)), 'default') ?? '',
    );
}

function flowsOf(scheme: unknown): readonly OpenApiFlow[] {
  if (textMember(scheme, 'type') !== 'oauth2') return [];
  const named = textMember(scheme, 'flow');
  const flows = named === undefined ? members(member(scheme, 'flows'), 6) : [[named, scheme] as const];
  return flows.flatMap(([name, flow]) => {
    const grant = Object.hasOwn(flowGrants, name) ? flowGrants[name] : undefined;
    return grant === undefined
      ? []
      : [
          {
            grant,
            tokenUrl: textMember(flow, 'tokenUrl'),
            authorizationUrl: textMember(flow, 'authorizationUrl'),
            scopes: members(member(flow, 'scopes'), 100).map(([scope]) => pageWords(scope, 100)),
          },
        ];
  });
}

function otherWays(scheme: unknown): readonly string[] {
  const type = textMember(scheme, 'type');
  const how = textMember(scheme, 'scheme')?.toLowerCase();
  if (type === 'basic' || (type === 'http' && how === 'basic')) return [said.ways.basic];
  if (type !== 'apiKey') return [];
  return [said.ways.key(pageWords(textMember(scheme, 'name') ?? said.ways.someHeader, 60))];
}
