import type { Finding, ServerSketch } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { words } from '../words/words.ts';
import { oauthSketch, webAddress } from './oauth-sketch.ts';
import type { OpenApiFlow, OpenApiHints } from './openapi.ts';
import { ownKind } from './own-kind.ts';
import { pageWords } from './page-words.ts';
import { Unusable } from './unusable.ts';

const said = words.findings;

/**
 * Describes a server by its OpenAPI document: by a sign-in of OAuth 2.0, else by a call that looks like a login. Documents are often wrong
 * about both, so all of it is a guess until the server bears it out.
 */
export function openApiSketch(
  hints: OpenApiHints,
  kinds: readonly ServerKind[],
  address = hints.address,
): ServerSketch {
  const own = ownSketch(hints, address);
  const oauth = oauthFrom(hints, kinds, address);
  // A password flow without a client is what frameworks write for any login of their own.
  const [flow] = hints.flows;
  const sketch = own && flow?.grant === 'password' ? own : (oauth ?? own);
  if (!sketch) throw new Unusable('openapi-no-sign-in');
  return {
    ...sketch,
    ownKind: sketch.ownKind ?? own?.ownKind ?? null,
    findings: [
      ...sketch.findings,
      ...(address === '' ? [{ text: said.openApi.noAddress, sure: true }] : []),
      ...(hints.others.length > 0 ? [{ text: said.openApi.others(hints.others), sure: true }] : []),
    ],
  };
}

function oauthFrom(hints: OpenApiHints, kinds: readonly ServerKind[], address: string): ServerSketch | null {
  const base = address === '' ? undefined : `${address}${hints.basePath}/`;
  const issuer = hints.openIdUrl?.replace(/\/\.well-known\/openid-configuration\/?$/, '');
  const issuerUrl = issuer === undefined ? undefined : full(issuer, base);
  if (issuerUrl !== undefined) {
    const findings = [{ text: said.openApi.provider(pageWords(issuerUrl)), sure: true }];
    return oauthSketch(
      { grant: null, urls: { issuer: issuerUrl }, settings: {}, fields: {}, name: hints.title, findings },
      kinds,
    );
  }
  for (const flow of hints.flows) {
    const sketch = oauthSketch(
      {
        grant: flow.grant,
        urls: urlsOf(flow, base),
        settings: {},
        fields: flow.scopes.length > 0 && flow.scopes.length <= 12 ? { scope: flow.scopes.join(' ') } : {},
        name: hints.title,
        findings: [flowFinding(flow)],
      },
      kinds,
    );
    if (sketch) return { ...sketch, address: sketch.address || address };
  }
  return null;
}

/** What a flow says, in words. */
function flowFinding({ grant, tokenUrl }: OpenApiFlow): Finding {
  const place = tokenUrl === undefined ? null : pageWords(tokenUrl);
  return { text: said.openApi.flow(grant.replaceAll('_', ' '), place), sure: false };
}

function urlsOf(
  { tokenUrl, authorizationUrl }: OpenApiFlow,
  base: string | undefined,
): Record<string, string> {
  const found = { tokenUrl: full(tokenUrl, base), authorizationUrl: full(authorizationUrl, base) };
  return Object.fromEntries(
    Object.entries(found).flatMap(([id, url]) => (url === undefined ? [] : [[id, url]])),
  );
}

function full(text: string | undefined, base: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000) return undefined;
  try {
    return webAddress(new URL(text, base).href);
  } catch {
    return undefined;
  }
}

function ownSketch(hints: OpenApiHints, address: string): ServerSketch | null {
  for (const { login } of hints.logins) {
    const kind = ownKind(login);
    if (!kind) continue;
    const isTokenKnown = login.grant.accessToken !== undefined;
    return {
      kindId: null,
      ownKind: kind,
      name: hints.title,
      address,
      settings: {},
      loginId: 'login',
      fields: {},
      findings: [
        {
          text: said.openApi.login(
            login.method,
            pageWords(login.path),
            said.bodies[login.bodyAs === 'json' ? 'json' : 'form'],
          ),
          sure: false,
        },
        {
          text: isTokenKnown
            ? said.openApi.token(pageWords(login.grant.accessToken ?? ''))
            : said.openApi.answerNotDescribed,
          sure: false,
        },
      ],
    };
  }
  return null;
}
