import type { RecordedRequest } from './recording-server.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { Handler } from './stand-in.ts';

export type Route = readonly [method: string, path: string, handler: Handler];

export interface ValidationError {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

export function missing(...loc: readonly string[]): ValidationError {
  return { loc, msg: 'field required', type: 'value_error.missing' };
}

export function unprocessable(errors: readonly ValidationError[]): Reply {
  return jsonReply(422, { detail: errors });
}

export function detail(status: number, text: string, headers: Reply['headers'] = {}): Reply {
  return jsonReply(status, { detail: text }, headers);
}

const METHODS = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';

function preflight(request: RecordedRequest): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      vary: 'Origin',
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-methods': METHODS,
      'access-control-max-age': '600',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    },
    body: 'OK',
  };
}

function withOpenCors(request: RecordedRequest, reply: Reply): Reply {
  // The error middleware stands outside the CORS one, so a 500 carries no CORS headers.
  if (request.headers.origin === undefined || reply.status === 500) return reply;
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };
  return { ...reply, headers: { ...reply.headers, ...cors } };
}

async function dispatch(routes: readonly Route[], request: RecordedRequest): Promise<Reply> {
  const at = (wanted: string) => routes.filter(([, path]) => path === wanted);
  const here = at(request.path);
  const [, , handler] = here.find(([method]) => method === request.method) ?? [];
  if (handler !== undefined) return handler(request);
  if (here.length > 0) {
    return detail(405, 'Method Not Allowed', { allow: here.map(([method]) => method).join(', ') });
  }
  const other = request.path.endsWith('/') ? request.path.slice(0, -1) : `${request.path}/`;
  if (at(other).length === 0) return detail(404, 'Not Found');
  return { status: 307, headers: { location: `http://${request.headers.host}${other}${request.search}` } };
}

/** Answers by a table of routes the way FastAPI 0.92 does, open CORS included. */
export function fastApi(routes: readonly Route[]): Handler {
  return async (request) => {
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    return isPreflight ? preflight(request) : withOpenCors(request, await dispatch(routes, request));
  };
}
