import { randomBytes } from 'node:crypto';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import type { RecordedRequest, RecordingOptions } from '../../electron/demo/servers/recording-server.ts';
import { jsonReply, type Reply } from '../../electron/demo/servers/reply.ts';
import {
  type Handler,
  type ServerSide,
  type StandIn,
  startStandIn,
} from '../../electron/demo/servers/stand-in.ts';

export const madeUpUser = { username: 'ada', password: 'correct horse battery staple' };

interface Options extends RecordingOptions {
  readonly lifetimeMs?: number;
}

export interface MadeUpLogin extends StandIn {
  /** How many refreshes came with a token that had been replaced already. */
  replayed(): number;
}

/**
 * A login like no standard: what is sent and what comes back is nested, the end is an ISO date, and PUT with the token in `X-Refresh`
 * gives a new pair, the access token under other names than at first and the refresh token in that header again. Each is good once.
 */
export async function startMadeUpLogin({
  lifetimeMs = 15 * 60_000,
  ...options
}: Options = {}): Promise<MadeUpLogin> {
  const count = { replayed: 0 };
  const server = await startStandIn(options, (side) => handlerOf(side, lifetimeMs, count));
  return { ...server, replayed: () => count.replayed };
}

interface Session {
  access: string;
  refresh: string;
  endsAt: number;
}

function handlerOf({ now }: ServerSide, lifetimeMs: number, count: { replayed: number }): Handler {
  const sessions = new Set<Session>();
  const replaced = new Set<string>();
  const newToken = (): string => randomBytes(24).toString('base64url');
  const renewed = (): Session => ({ access: newToken(), refresh: newToken(), endsAt: now() + lifetimeMs });
  const validUntil = ({ endsAt }: Session): string => new Date(endsAt).toISOString();

  function login(request: RecordedRequest): Reply {
    const sent: unknown = readJson(request);
    const expected = { user: madeUpUser.username, pass: madeUpUser.password };
    const isRight =
      JSON.stringify(sent) === JSON.stringify({ credentials: expected, client: { name: 'lanyard' } });
    if (!isRight) return jsonReply(401, { problem: { title: 'No such user, or another password.' } });
    const session = renewed();
    sessions.add(session);
    const tokens = { access: session.access, refresh: session.refresh };
    return jsonReply(201, { session: { tokens, validUntil: validUntil(session) } });
  }

  function refresh(request: RecordedRequest): Reply {
    const token = String(request.headers['x-refresh'] ?? '');
    const session = [...sessions].find((one) => one.refresh === token);
    if (replaced.has(token)) count.replayed += 1;
    if (!session) return jsonReply(409, { problem: { title: 'This session cannot be renewed.' } });
    replaced.add(token);
    Object.assign(session, renewed());
    const body = { renewed: { accessKey: session.access, validUntil: validUntil(session) } };
    return jsonReply(200, body, { 'X-Refresh': session.refresh });
  }

  return (request) => {
    const live = [...sessions].find((one) => one.access === bearerOf(request) && one.endsAt > now());
    switch (`${request.method} ${request.path}`) {
      case 'POST /v1/sessions':
        return login(request);
      case 'PUT /v1/sessions':
        return refresh(request);
      case 'GET /v1/me':
        return live
          ? jsonReply(200, { person: { mail: 'ada@example.org', name: 'Ada Lovelace' } })
          : jsonReply(401, { problem: { title: 'Sign in first.' } });
      case 'DELETE /v1/sessions':
        if (!live) return jsonReply(401, { problem: { title: 'Sign in first.' } });
        sessions.delete(live);
        return { status: 204 };
      default:
        return jsonReply(404, { problem: { title: 'There is nothing here.' } });
    }
  };
}

function readJson({ body }: RecordedRequest): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
