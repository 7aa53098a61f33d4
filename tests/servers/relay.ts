import {
  type RecordedRequest,
  type RecordingServer,
  startRecordingServer,
} from '../../electron/demo/servers/recording-server.ts';

/** What becomes of a request: passed on, cut before that, or passed on with its answer lost or held back. */
export type Fate =
  | 'pass'
  | 'cut'
  | 'lose answer'
  | { readonly holdUntil: Promise<void> }
  | { readonly status: number };

export interface Relay extends RecordingServer {
  /** Decides on the next requests to a path; all others pass. */
  decide(path: string, ...fates: readonly Fate[]): void;
}

/** Stands between a client and a server, records what goes through, and loses what it is told to lose. */
export async function startRelay(target: { readonly url: string }): Promise<Relay> {
  const decided = new Map<string, Fate[]>();

  async function passOn({ method, path, search, headers, body }: RecordedRequest): Promise<Response> {
    const sent = new Headers();
    for (const name of ['authorization', 'content-type', 'accept']) {
      const value = headers[name];
      if (typeof value === 'string') sent.set(name, value);
    }
    return fetch(`${target.url}${path}${search}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body !== '' && { body }),
    });
  }

  const server = await startRecordingServer({}, async (request, response) => {
    const fate = decided.get(request.path)?.shift() ?? 'pass';
    if (fate === 'cut') return void response.destroy();
    if (typeof fate === 'object' && 'status' in fate) return void response.writeHead(fate.status).end();
    const answer = await passOn(request);
    const text = await answer.text();
    if (fate === 'lose answer') return void response.destroy();
    if (typeof fate === 'object') await fate.holdUntil;
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, type === null ? {} : { 'Content-Type': type }).end(text);
  });
  return {
    ...server,
    decide(path, ...fates) {
      decided.set(path, [...(decided.get(path) ?? []), ...fates]);
    },
  };
}
