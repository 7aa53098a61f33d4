import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  type RecordingOptions,
  type RecordingServer,
  startRecordingServer,
} from '../../electron/demo/servers/recording-server.ts';
import type { Reply } from '../../electron/demo/servers/reply.ts';

/** Writes one raw answer, right or wrong. */
export type ScriptedAnswer = (response: ServerResponse) => void | Promise<void>;

export function reply({ status, headers = {}, body }: Reply): ScriptedAnswer {
  return (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status).end(body);
  };
}

export function json(status: number, text: string): ScriptedAnswer {
  return reply({ status, headers: { 'Content-Type': 'application/json' }, body: text });
}

export function html(status: number, title: string): ScriptedAnswer {
  const body = `<!doctype html><title>${title}</title><h1>${title}</h1>`;
  return reply({ status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body });
}

export function redirect(status: number, location: string): ScriptedAnswer {
  return reply({ status, headers: { Location: location } });
}

export function gzipped(status: number, text: string): ScriptedAnswer {
  return (response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(gzipSync(text));
  };
}

export function chunks(status: number, parts: readonly string[]): ScriptedAnswer {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    for (const part of parts) response.write(part);
    response.end();
  };
}

const PIECE = 'x'.repeat(64 * 1024);

async function pour(response: ServerResponse, bytes: number): Promise<void> {
  const closed = once(response, 'close');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += PIECE.length) {
    if (!response.write(PIECE)) await Promise.race([once(response, 'drain'), closed]);
  }
}

/** Streams valid JSON of about that many bytes, with no length given beforehand. */
export function hugeJson(bytes: number): ScriptedAnswer {
  return async (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"access_token":"');
    await pour(response, bytes);
    response.end('"}');
  };
}

/** Starts a JSON body and never ends it; with `trickleMs` a byte comes now and then. */
export function endless(trickleMs?: number): ScriptedAnswer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write('{"access_token":"');
    if (trickleMs === undefined) return;
    const trickle = setInterval(() => response.write('x'), trickleMs);
    response.once('close', () => clearInterval(trickle));
  };
}

/** Takes the request and never says a word. */
export function silence(): ScriptedAnswer {
  return () => {};
}

/** Cuts the line without an answer. */
export function cut(): ScriptedAnswer {
  return (response) => {
    response.destroy();
  };
}

/** Promises a whole body, sends half of it and cuts the line. */
export function cutMidBody(text: string): ScriptedAnswer {
  return (response) => {
    const head = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
    response.writeHead(200, head);
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  };
}

/** Sends these very bytes in place of an HTTP answer. */
export function raw(bytes: string): ScriptedAnswer {
  return (response) => {
    response.socket?.end(bytes, 'latin1');
  };
}

export interface Scripted extends RecordingServer {
  /** Adds answers to the end of the script. */
  queue(...answers: readonly ScriptedAnswer[]): void;
  /** How many answers of the script were not asked for yet. */
  readonly left: number;
}

/** Answers each request with the next answer of a script, and with 501 once the script is over. */
export async function startScripted(
  script: readonly ScriptedAnswer[],
  options: RecordingOptions = {},
): Promise<Scripted> {
  const answers = [...script];
  const over = reply({ status: 501, headers: { 'Content-Type': 'text/plain' }, body: 'The script is over.' });
  const recording = await startRecordingServer(options, (_request, response) =>
    (answers.shift() ?? over)(response),
  );
  return {
    ...recording,
    queue(...more) {
      answers.push(...more);
    },
    get left() {
      return answers.length;
    },
  };
}
