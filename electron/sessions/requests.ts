import {
  type DraftFault,
  draftFaults,
  hasBody,
  type RequestDraft,
  type SavedRequest,
} from '../contract/request-draft.ts';
import { Failure } from '../failure.ts';
import { callUrl } from '../servers/call-url.ts';
import type { Engine } from '../servers/engine.ts';
import type { FreeAnswer, FreeRequest } from '../servers/free-request.ts';
import type { Server } from '../servers/server.ts';
import type { Ledger } from './ledger.ts';
import { otherOrigins } from './server-binding.ts';
import type { ServerCalls } from './server-calls.ts';
import type { Session } from './session.ts';

/** Requests that the user writes: kept with their server, and sent with a session's token. */
export interface Requests {
  /** The request as it is sent or copied. Throws `bad-input`, whose `fields` hold a `DraftFault` for each place. */
  requestOf(profileId: string, draft: RequestDraft): FreeRequest;
  /** One that is kept, or the call that asks who the token belongs to. */
  readRequest(serverId: string, requestId: string | undefined): RequestDraft;
  /** Keeps a request under the id that is named, or as a new one. */
  saveRequest(
    serverId: string,
    request: RequestDraft & { readonly name: string },
    requestId?: string,
  ): Promise<string>;
  removeRequest(serverId: string, requestId: string): Promise<void>;
  /** Sends one now; a token that is due is refreshed first. */
  sendRequest(profileId: string, draft: RequestDraft, signal: AbortSignal): Promise<SentRequest>;
}

export interface SentRequest extends FreeAnswer {
  readonly request: FreeRequest;
  readonly isRefreshed: boolean;
}

/** More are no list to choose from. */
const MAX_REQUESTS = 200;

export function createRequests(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly engine: Engine;
  readonly newId: () => string;
  /** Refreshes a session whose token is due or over; true where it did. */
  readonly keepFresh: (session: Session) => Promise<boolean>;
}): Requests {
  const { ledger, calls, engine, newId, keepFresh } = parts;

  function saved(serverId: string): readonly SavedRequest[] {
    return ledger.server(serverId).requests ?? [];
  }

  async function put(
    serverId: string,
    change: (requests: readonly SavedRequest[]) => readonly SavedRequest[],
  ) {
    ledger.server(serverId);
    await ledger.updateIndex(
      (index) => ({
        ...index,
        servers: index.servers.map((server) =>
          server.id === serverId ? { ...server, requests: change(server.requests ?? []) } : server,
        ),
      }),
      'refuse',
    );
  }

  const requestOf = (profileId: string, draft: RequestDraft): FreeRequest =>
    requestAt(ledger.server(ledger.session(profileId).serverId), draft);

  return {
    requestOf,
    readRequest(serverId, requestId) {
      if (requestId === undefined) return identityDraft(engine, ledger.server(serverId));
      const found = saved(serverId).find(({ id }) => id === requestId);
      if (!found) throw new Failure('not-found');
      const { id: _, name: __, ...draft } = found;
      return draft;
    },
    async saveRequest(serverId, request, requestId) {
      requestAt(ledger.server(serverId), request);
      const isKnown = saved(serverId).some(({ id }) => id === requestId);
      if (!isKnown && saved(serverId).length >= MAX_REQUESTS) {
        throw new Failure('bad-input', { field: 'name', fields: { name: 'too-many' satisfies DraftFault } });
      }
      const id = isKnown && requestId !== undefined ? requestId : newId();
      await put(serverId, (requests) =>
        requests.some((one) => one.id === id)
          ? requests.map((one) => (one.id === id ? { ...request, id } : one))
          : [...requests, { ...request, id }],
      );
      return id;
    },
    removeRequest: (serverId, requestId) =>
      put(serverId, (requests) => requests.filter(({ id }) => id !== requestId)),
    async sendRequest(profileId, draft, signal) {
      requestOf(profileId, draft);
      const session = ledger.session(profileId);
      const isRefreshed = await keepFresh(session);
      const request = requestOf(profileId, draft);
      const answer = await calls.forSession(
        session,
        (server, context) => {
          const { grant } = session.record;
          if (!grant?.accessToken) throw new Failure('no-token');
          return server.send(context, grant, request);
        },
        { isUrgent: true, signal },
      );
      return { ...answer, request, isRefreshed };
    },
  };
}

/** The request where a server's token may go: to its own origin and those it is known to lead to. */
function requestAt(server: Server, draft: RequestDraft): FreeRequest {
  const faults = draftFaults(draft);
  const [field] = Object.keys(faults);
  if (field !== undefined) throw new Failure('bad-input', { field, fields: { ...faults } });
  return {
    method: draft.method,
    url: urlAt(server, draft.path),
    headers: [
      ...draft.headers,
      ...(hasBody(draft) ? [{ name: 'Content-Type', value: draft.contentType }] : []),
    ],
    ...(hasBody(draft) && { body: draft.body.replace(/[\ud800-\udfff]/gu, '\ufffd') }),
  };
}

function urlAt(server: Server, path: string): string {
  try {
    // What no address holds as it is would be written in another way by every program that it is copied for.
    return callUrl(server, path, otherOrigins(server), 'path')
      .replace(/%(?![\da-f]{2})/gi, '%25')
      .replace(/[^\w\-.~!#$%&'()*+,/:;=?@[\]]/g, (char) => encodeURIComponent(char));
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'bad-input') throw thrown;
    const isElsewhere = /^https?:\/\//i.test(path);
    const fault: DraftFault = isElsewhere ? 'path-elsewhere' : 'path-invalid';
    throw new Failure('bad-input', { field: 'path', fields: { path: fault } });
  }
}

function identityDraft(engine: Engine, server: Server): RequestDraft {
  const { method, url } = engine.curlTarget(server);
  const isBelow = url.startsWith(`${server.address}/`);
  const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
  return {
    method: known.find((one) => one === method) ?? 'GET',
    path: isBelow ? url.slice(server.address.length) : url,
    headers: [],
    body: '',
    contentType: 'application/json',
  };
}
