import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Failure } from '../failure.ts';
import type { Loopback, LoopbackDoor } from '../ports.ts';
import { words } from '../words/words.ts';
import { donePage, type LoopbackPage, notSignedInPage, refusedPage } from './loopback-page.ts';

/** What a browser reaches on this machine alone, and where a door for each is. @see RFC 8252 §7.3 */
const doors: Readonly<Record<string, string>> = {
  '127.0.0.1': '127.0.0.1',
  localhost: '127.0.0.1',
  '[::1]': '::1',
};

/** A browser opens two or three; what keeps others open can wait for nothing. */
const MAX_CONNECTIONS = 16;
/** A browser on the same machine sends its request at once. */
const REQUEST_LIMIT_MS = 10_000;

interface Waiting {
  readonly takes: (answer: URL) => boolean;
  readonly taken: (answer: URL) => void;
}

/** Node looks every 30 s only; in tenths, the limit is kept closely enough. */
const LOOKS_WITHIN_LIMIT = 10;

/** Doors of Node's own HTTP server, each with a port of its own. What has sent no request by the limit is shut out. */
export function createLoopback(requestLimitMs = REQUEST_LIMIT_MS): Loopback {
  return {
    async open(redirectUri) {
      const { place, host } = readPlace(redirectUri);
      let waiting: Waiting | null = null;
      let uri = place;

      function answer(request: IncomingMessage, response: ServerResponse): void {
        const found = readAnswer(request, uri);
        if (typeof found === 'number' || !waiting?.takes(found)) {
          reply(response, refusedPage(typeof found === 'number' ? found : 400));
          return;
        }
        const { taken } = waiting;
        waiting = null;
        reply(response, found.searchParams.has('error') ? notSignedInPage : donePage);
        // Nobody is let in any more; the browser still gets its page.
        server.close();
        taken(found);
      }

      const server = createServer(
        {
          requestTimeout: requestLimitMs,
          headersTimeout: requestLimitMs,
          connectionsCheckingInterval: requestLimitMs / LOOKS_WITHIN_LIMIT,
        },
        answer,
      );
      server.maxConnections = MAX_CONNECTIONS;
      server.listen(Number(place.port), host);
      await once(server, 'listening').catch((thrown: unknown) => {
        throw refused(isInUse(thrown) ? words.remarks.portInUse(place.port) : undefined);
      });
      const address = server.address();
      if (typeof address !== 'object' || address === null) throw refused();
      uri = new URL(place);
      uri.port = String(address.port);

      function close(): void {
        waiting = null;
        server.close();
        server.closeAllConnections();
      }

      return {
        redirectUri: uri.href,
        wait: (takes, signal) =>
          new Promise((resolve, reject) => {
            function onAbort(): void {
              close();
              reject(new Failure('cancelled'));
            }
            if (signal.aborted) return onAbort();
            signal.addEventListener('abort', onAbort, { once: true });
            waiting = {
              takes,
              taken(found) {
                signal.removeEventListener('abort', onAbort);
                resolve(found);
              },
            };
          }),
        close,
      } satisfies LoopbackDoor;
    },
  };
}

/** Doors with the limit that suits a browser. */
export const loopback = createLoopback();

/** Throws `bad-input` for what is no plain address of this machine. */
function readPlace(redirectUri: string): { readonly place: URL; readonly host: string } {
  const place = parse(redirectUri);
  if (!place) throw refused();
  const host = Object.hasOwn(doors, place.hostname) ? doors[place.hostname] : undefined;
  const isPlain = !place.username && !place.password && !place.search && !place.hash;
  if (place.protocol !== 'http:' || host === undefined || !isPlain) throw refused();
  return { place, host };
}

/**
 * The address that a browser came with, or the status it is refused with. A page elsewhere may send a browser here by a name of its own,
 * which its `Host` header gives away.
 */
function readAnswer({ method, url = '', headers }: IncomingMessage, uri: URL): URL | number {
  if (headers.host !== uri.host) return 421;
  const found = url.startsWith('/') ? parse(`${uri.origin}${url}`) : null;
  if (found?.pathname !== uri.pathname) return 404;
  return method === 'GET' ? found : 405;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, { status, headers, body }: LoopbackPage): void {
  response.writeHead(status, headers).end(body);
}

function refused(fault = words.remarks.localAddress): Failure {
  return new Failure('bad-input', { field: 'redirectUri', fields: { redirectUri: fault } });
}

function isInUse(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
}
