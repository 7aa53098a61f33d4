import { randomUUID } from 'node:crypto';
import { readForm } from '../../electron/demo/servers/form.ts';
import { type RecordingServer, startRecordingServer } from '../../electron/demo/servers/recording-server.ts';

export interface RotatingServer extends RecordingServer {
  /** A refresh token as a login would give it. */
  issue(): string;
  /** How many refreshes came with a token that was used before. */
  duplicates(): number;
  /** How many came before the instant that their `Retry-After` named. */
  early(): number;
  /** Most requests that were under way at once. */
  most(): number;
}

interface Options {
  readonly now: () => number;
  /** Counts over several servers. */
  readonly load: { running: number; most: number };
  /** Every fifth refresh token is first answered with 503 and this wait. */
  readonly retryAfterSeconds: number;
}

/** Long enough for a client to send all that it sends at once. */
const THINKING_MS = 2;

/** An OAuth 2.0 token endpoint that takes each refresh token once, slowly. */
export async function startRotatingServer({
  now,
  load,
  retryAfterSeconds,
}: Options): Promise<RotatingServer> {
  const live = new Map<string, { readonly isAsked: boolean; readonly notBefore: number }>();
  let issued = 0;
  let running = 0;
  let most = 0;
  let duplicates = 0;
  let early = 0;

  function issue(): string {
    const token = randomUUID();
    live.set(token, { isAsked: issued % 5 === 0, notBefore: 0 });
    issued += 1;
    return token;
  }

  function answer(token: string): readonly [status: number, headers: Record<string, string>, body: unknown] {
    const found = live.get(token);
    if (!found) {
      duplicates += 1;
      return [400, {}, { error: 'invalid_grant' }];
    }
    if (found.notBefore > now()) early += 1;
    if (found.isAsked) {
      live.set(token, { isAsked: false, notBefore: now() + retryAfterSeconds * 1000 });
      return [503, { 'Retry-After': String(retryAfterSeconds) }, {}];
    }
    live.delete(token);
    const next = randomUUID();
    live.set(next, { isAsked: false, notBefore: 0 });
    return [200, {}, { access_token: randomUUID(), refresh_token: next, expires_in: 3600 }];
  }

  const server = await startRecordingServer({}, async (request, response) => {
    running += 1;
    load.running += 1;
    most = Math.max(most, running);
    load.most = Math.max(load.most, load.running);
    await new Promise((resolve) => setTimeout(resolve, THINKING_MS));
    running -= 1;
    load.running -= 1;
    const [status, headers, body] = answer(readForm(request).get('refresh_token') ?? '');
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  return { ...server, issue, duplicates: () => duplicates, early: () => early, most: () => most };
}
