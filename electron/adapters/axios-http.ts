import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { AxiosInstance, AxiosResponse } from 'axios';
import { Failure } from '../failure.ts';
import type { Clock, Http, HttpReply, HttpRequest } from '../ports.ts';
import { networkFailure } from './network-failure.ts';
import { proxyUrl } from './proxy-url.ts';
import { readPart } from './read-part.ts';
import { type WatchedTransport, watchedTransport } from './watched-transport.ts';

interface Options {
  readonly clock: Clock;
  /** Answers as Chromium does: `DIRECT`, or proxies in order of preference. */
  readonly resolveProxy: (url: string) => Promise<string>;
}

/** Answers of login servers are a few KB; a body beyond this is an attack or an accident. */
const MAX_BYTES = 1024 * 1024;
/** Four times the slowest known answer, the five seconds of a refused login. */
const TIME_LIMIT_MS = 20_000;

/** A sixth of all there is to load, which no start has to wait for. */
async function loadClient(): Promise<AxiosInstance> {
  const { default: axios } = await import('axios');
  return axios.create({
    adapter: 'http',
    proxy: false,
    maxRedirects: 0,
    maxContentLength: MAX_BYTES,
    maxBodyLength: MAX_BYTES,
    responseType: 'text',
    responseEncoding: 'utf8',
    transformRequest: [],
    transformResponse: [],
    validateStatus: null,
  });
}

let client: Promise<AxiosInstance> | null = null;

/** HTTP by axios, and the only place that knows it: its errors print headers and bodies, so none of them gets out. */
export function createAxiosHttp({ clock, resolveProxy }: Options): Http {
  return {
    async send(request) {
      const stop = new AbortController();
      const transport = watchedTransport(new URL(request.url), ownCertificate(request));
      let isLate = false;
      const cancelTimer = clock.after(TIME_LIMIT_MS, () => {
        isLate = true;
        stop.abort();
      });
      const onAbort = () => stop.abort();
      if (request.signal?.aborted) stop.abort();
      else request.signal?.addEventListener('abort', onAbort, { once: true });
      try {
        return await exchange(request, stop.signal, { clock, resolveProxy }, transport);
      } catch (thrown) {
        const detail = new URL(request.url).host;
        const done = transport.mayHaveSent() ? 'maybe' : 'no';
        if (isLate) throw new Failure('timed-out', { detail, done });
        if (request.signal?.aborted) throw new Failure('cancelled', { done });
        const { code, ...about } = networkFailure(thrown, detail);
        throw new Failure(code, { done, ...about });
      } finally {
        cancelTimer();
        request.signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}

async function exchange(
  request: HttpRequest,
  signal: AbortSignal,
  { clock, resolveProxy }: Options,
  transport: WatchedTransport,
): Promise<HttpReply> {
  client ??= loadClient().catch((thrown: unknown) => {
    client = null;
    throw thrown;
  });
  const { request: send } = await client;
  const agents = await agentsFor(request, resolveProxy, signal);
  try {
    const sentAt = clock.now();
    const response = await send<unknown>({
      method: request.method,
      url: request.url,
      // axios would call a POST without a body a form.
      headers: { 'Content-Type': false, 'User-Agent': 'Lanyard', ...request.headers },
      data: request.body,
      signal,
      transport,
      ...agents,
      ...(request.takesPart && { responseType: 'stream', maxContentLength: -1 }),
    });
    if (!request.takesPart) return replyOf(response, sentAt, clock.now());
    const part = await readPart(response.data, MAX_BYTES, signal);
    return { ...replyOf(response, sentAt, clock.now()), ...part };
  } finally {
    agents.httpAgent.destroy();
    agents.httpsAgent.destroy();
  }
}

/** The certificate of this client as a connection takes it. Throws `bad-input` for one that no connection can be made with. */
function ownCertificate({ clientCertificate }: HttpRequest): { cert?: string; key?: string } {
  if (!clientCertificate) return {};
  const own = { cert: clientCertificate.certPem, key: clientCertificate.keyPem };
  try {
    createSecureContext(own);
  } catch {
    throw new Failure('bad-input', { field: 'clientCertificate' });
  }
  return own;
}

/**
 * Fresh agents for one request, so that no connection made with one server's own authority serves another. Certificates are always
 * checked and TLS 1.1 is refused, whatever NODE_TLS_REJECT_UNAUTHORIZED and NODE_OPTIONS say. @see RFC 8996
 */
async function agentsFor(
  { url, caPem }: HttpRequest,
  resolveProxy: Options['resolveProxy'],
  signal: AbortSignal,
) {
  const tls = {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2' as const,
    ...(caPem && { ca: [...rootCertificates, caPem] }),
  };
  const proxy = proxyUrl(await orAborted(resolveProxy(url), signal));
  if (proxy === null) return { httpAgent: new HttpAgent(), httpsAgent: new HttpsAgent(tls) };
  // A fifth of all there is to load at a start, for the few whose network has a proxy.
  const { ProxyAgent } = await import('proxy-agent');
  const agent = new ProxyAgent({ ...tls, getProxyForUrl: () => proxy });
  return { httpAgent: agent, httpsAgent: agent };
}

/** A proxy script may take for ever, and the time limit holds for it too. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Failure('cancelled'));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function replyOf(response: AxiosResponse<unknown>, sentAt: number, receivedAt: number): HttpReply {
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name.toLowerCase(),
    Array.isArray(value) ? value.join(', ') : String(value),
  ]);
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: typeof response.data === 'string' ? response.data : '',
    sentAt,
    receivedAt,
  };
}
