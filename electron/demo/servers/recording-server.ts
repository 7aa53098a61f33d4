import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  /** The query with its question mark, or an empty string. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

export interface RecordingOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly now?: () => number;
}

export interface RecordingServer {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  requestsTo(path: string): readonly RecordedRequest[];
  /** Resolves once that many requests, to that path if one is named, have come in since the start. */
  arrived(count: number, path?: string): Promise<void>;
  close(): Promise<void>;
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Serves on the loopback interface only and keeps every request it was sent. */
export async function startRecordingServer(
  { port = 0, now = Date.now }: RecordingOptions,
  answer: (request: RecordedRequest, response: ServerResponse) => void | Promise<void>,
): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const arrivals = new EventEmitter().setMaxListeners(0);

  async function receive(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = now();
    const target = message.url ?? '/';
    const queryAt = target.indexOf('?');
    const request: RecordedRequest = {
      method: message.method ?? 'GET',
      path: queryAt < 0 ? target : target.slice(0, queryAt),
      search: queryAt < 0 ? '' : target.slice(queryAt),
      headers: message.headers,
      body: await readBody(message),
      at,
    };
    requests.push(request);
    arrivals.emit('request');
    await answer(request, response);
  }

  const server = createServer((message, response) => {
    receive(message, response).catch((error: unknown) => {
      if (response.destroyed || response.headersSent) return;
      // A fault of the server itself must be seen, not look like a lost connection.
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(`This demo server failed: ${error}`);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  const requestsTo = (path: string) => requests.filter((request) => request.path === path);
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    requestsTo,
    async arrived(count, path) {
      while ((path === undefined ? requests : requestsTo(path)).length < count)
        await once(arrivals, 'request');
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
