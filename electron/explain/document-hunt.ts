import type { ServerSketch } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { HttpRequest } from '../ports.ts';
import type { ProbeAsker } from '../servers/probe-asker.ts';
import { baseAddress } from '../servers/server-address.ts';
import { words } from '../words/words.ts';
import { isOpenApi, type OpenApiHints, readOpenApi } from './openapi.ts';
import { openApiSketch } from './openapi-sketch.ts';
import { readDocument } from './read-document.ts';
import { Unusable } from './unusable.ts';

const said = words.findings;

/** Where servers keep their document: FastAPI and many others first, then those of other frameworks. */
const [firstPlace, ...furtherPlaces] = ['/openapi.json', '/swagger.json', '/v3/api-docs'] as const;

/** Pages and documents that people paste in place of the base. */
const pasted =
  /\/(docs|redoc|swagger|swagger-ui(\.html|\/index\.html)?|api-docs|openapi|[\w.-]*(openapi|swagger|api-docs)[\w.-]*\.(json|ya?ml))\/?$/i;

/** Looks for an OpenAPI document at an address. */
export interface DocumentHunt {
  /** Asks where it mostly is. */
  lookFirst(): Promise<void>;
  /** Asks elsewhere, in so many places `fewer`, if it was not there, and then whether the login that it names is where it says. */
  lookFurther(fewer: number): Promise<void>;
  hints(): OpenApiHints | null;
  /** The base of the address, once its document was found. */
  address(): string | undefined;
  /** The server as its document describes it; null without one. */
  sketch(kinds: readonly ServerKind[]): ServerSketch | null;
}

/** The base of an address that may be that of a document or of a page that shows one, and the document's own. */
export function documentPlace(url: URL): { readonly base: URL; readonly document: string | null } {
  const [end = ''] = pasted.exec(url.pathname) ?? [];
  const base = new URL(baseAddress(url, url.pathname.slice(0, url.pathname.length - end.length)));
  return { base, document: /\.(json|ya?ml)$/i.test(end) ? url.href : null };
}

/** `base` is where the server stands; `document` where its document is, if that was said. */
export function createDocumentHunt(
  asker: ProbeAsker,
  base: string,
  document: string | null,
  how: { readonly caPem?: string | undefined },
): DocumentHunt {
  let hints: OpenApiHints | null = null;
  let statuses: readonly { readonly path: string; readonly status: number }[] = [];

  const get = (address: string): HttpRequest => ({
    method: 'GET',
    url: address,
    headers: { Accept: 'application/json, application/yaml;q=0.9, */*;q=0.1' },
    ...(how.caPem && { caPem: how.caPem }),
  });

  async function look(address: string): Promise<void> {
    const reply = await asker.ask(get(address));
    if (hints || reply?.status !== 200 || reply.isHtml) return;
    try {
      const read = readDocument(reply.body);
      if (isOpenApi(read)) hints = readOpenApi(read);
    } catch (thrown) {
      // What cannot be read is no document of this server.
      if (!(thrown instanceof Unusable)) throw thrown;
    }
  }

  async function checkLogins(found: OpenApiHints): Promise<void> {
    const paths = found.logins.slice(0, 2).map(({ login }) => login.path);
    const replies = paths.map(async (path) => ({
      path,
      status: (await asker.ask(get(`${new URL(base).origin}${path}`)))?.status,
    }));
    statuses = (await Promise.all(replies)).flatMap(({ path, status }) =>
      status === undefined ? [] : [{ path, status }],
    );
  }

  return {
    lookFirst: () => look(document ?? `${base}${firstPlace}`),
    async lookFurther(fewer) {
      if (!hints) await Promise.all(furtherPlaces.slice(fewer).map((place) => look(`${base}${place}`)));
      if (hints) await checkLogins(hints);
    },
    hints: () => hints,
    address: () => (hints ? base : undefined),
    sketch(kinds) {
      if (!hints) return null;
      try {
        const sketch = openApiSketch(hints, kinds, new URL(base).origin);
        const checks = statuses.map(({ path, status }) => checkWords(path, status));
        return { ...sketch, findings: [...sketch.findings, ...checks] };
      } catch (thrown) {
        if (thrown instanceof Unusable) return null;
        throw thrown;
      }
    },
  };
}

/** Whatever takes a POST alone answers a GET with 405 or a complaint; some answer it as if nothing was there. */
function checkWords(path: string, status: number): ServerSketch['findings'][number] {
  return status === 404 || status === 410
    ? { text: said.answers.perhaps(path, status), sure: false }
    : { text: said.answers.something(path, status), sure: true };
}
