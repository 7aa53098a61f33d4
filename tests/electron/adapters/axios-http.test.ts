import { once } from 'node:events';
import {
  createServer as createHttpServer,
  request as httpRequest,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { connect, type Socket } from 'node:net';
import tls from 'node:tls';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { proxyUrl } from '../../../electron/adapters/proxy-url.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { Failure } from '../../../electron/failure.ts';
import type { Http, HttpRequest } from '../../../electron/ports.ts';
import {
  authority,
  type Certificate,
  expiredCertificate,
  goodCertificate,
  otherHostCertificate,
  selfSignedCertificate,
} from '../../servers/certificates.ts';
import {
  chunks,
  cut,
  cutMidBody,
  endless,
  gzipped,
  hugeJson,
  json,
  raw,
  redirect,
  type ScriptedAnswer,
  silence,
  startScripted,
} from '../../servers/scripted.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const canary = 'canary-token-2f9c';
const direct = async () => 'DIRECT';
const http = createAxiosHttp({ clock: systemClock, resolveProxy: direct });
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: { Authorization: `Bearer ${canary}` },
  ...more,
});

async function scripted(...script: readonly ScriptedAnswer[]) {
  const server = await startScripted(script);
  open.push(() => server.close());
  return server;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function secure(certificate: Certificate, more: ServerOptions = {}): Promise<string> {
  const port = await listening(
    createHttpsServer({ ...certificate, ...more }, (_request, response) => response.end('{"ok":true}')),
  );
  return `https://127.0.0.1:${port}/`;
}

/** The failure of a request, after making sure that nothing in it gives the secret away. */
async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure)) throw new Error(`No Failure: ${String(thrown)}`);
  const shown =
    inspect(thrown, { depth: null, showHidden: true }) + JSON.stringify(thrown) + String(thrown.stack);
  expect(shown).not.toContain(canary);
  expect(shown).not.toContain('Axios');
  return thrown;
}
const codeOf = async (work: Promise<unknown>) => (await failureOf(work)).code;

describe('a request', () => {
  it('is sent as it is, and its reply comes back whole', async () => {
    const server = await scripted((response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.writeHead(418, { 'X-Odd': 'yes' }).end('{"n": 1, "s": "é😀"}');
    });
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const reply = await http.send({
      method: 'POST',
      url: `${server.url}/a?b=c`,
      headers,
      body: '{"p": "ü"}',
    });
    expect(reply).toMatchObject({
      status: 418,
      body: '{"n": 1, "s": "é😀"}',
      headers: { 'x-odd': 'yes', 'set-cookie': 'a=1, b=2' },
    });
    expect(reply.receivedAt).toBeGreaterThanOrEqual(reply.sentAt);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/a',
      search: '?b=c',
      body: '{"p": "ü"}',
    });
    expect(server.requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'Lanyard',
    });
  });

  it('without a body names no content type', async () => {
    const server = await scripted(json(200, '{}'));
    await http.send({ method: 'POST', url: server.url, headers: {} });
    expect(server.requests[0]?.headers['content-type']).toBeUndefined();
  });

  it('takes no part in a redirect', async () => {
    const target = await scripted(json(200, '{}'));
    const server = await scripted(redirect(307, target.url));
    const reply = await http.send(get(server.url));
    expect([reply.status, reply.headers.location, target.requests]).toEqual([307, target.url, []]);
  });

  it('is read whatever its encoding and pieces', async () => {
    const server = await scripted(gzipped(200, '{"a":1}'), chunks(200, ['{"a"', ':2}']));
    expect((await http.send(get(server.url))).body).toBe('{"a":1}');
    expect((await http.send(get(server.url))).body).toBe('{"a":2}');
  });

  it('does not look at proxies of the environment', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
    const server = await scripted(json(200, '{}'));
    expect((await http.send(get(server.url))).status).toBe(200);
  });
});

describe('a reply that is too much', () => {
  it.each([
    ['10 MB of JSON', hugeJson(10_000_000)],
    ['20 MB unpacked from 20 KB', gzipped(200, ' '.repeat(20_000_000))],
    ['a header of 100 KB', raw(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`)],
  ])('is refused: %s', async (_name, answer) => {
    const server = await scripted(answer);
    expect(await codeOf(http.send(get(server.url)))).toBe('reply-too-large');
  });

  it('is taken up to a megabyte', async () => {
    const body = 'x'.repeat(1024 * 1024);
    const server = await scripted(json(200, body), json(200, `${body}x`));
    expect((await http.send(get(server.url))).body).toHaveLength(body.length);
    expect(await codeOf(http.send(get(server.url)))).toBe('reply-too-large');
  });
});

describe('a reply that does not come', () => {
  it.each([
    ['at all', silence()],
    ['to its end', endless()],
    ['to its end though it trickles', endless(5)],
  ])('%s is given up after 20 s in all', async (_name, answer) => {
    const server = await scripted(answer);
    const clock = createFakeClock();
    const patient = createAxiosHttp({ clock, resolveProxy: direct });
    let isOver = false;
    const failing = failureOf(patient.send(get(server.url))).finally(() => {
      isOver = true;
    });
    await server.arrived(1);
    await clock.advance(19_999);
    expect(isOver).toBe(false);
    await clock.advance(1);
    expect((await failing).problem).toEqual({
      code: 'timed-out',
      detail: new URL(server.url).host,
      done: 'maybe',
    });
    expect(clock.waiting()).toBe(0);
  });

  it('is not waited for while a proxy script hangs', async () => {
    const clock = createFakeClock();
    const hanging = createAxiosHttp({ clock, resolveProxy: () => new Promise(() => {}) });
    const failing = codeOf(hanging.send(get('http://127.0.0.1:9/')));
    await clock.advance(20_000);
    expect(await failing).toBe('timed-out');
  });

  it('is cancelled by the caller, before or while it is under way', async () => {
    const server = await scripted(silence());
    const controller = new AbortController();
    const failing = codeOf(http.send(get(server.url, { signal: controller.signal })));
    await server.arrived(1);
    controller.abort();
    expect(await failing).toBe('cancelled');
    expect(await codeOf(http.send(get(server.url, { signal: AbortSignal.abort() })))).toBe('cancelled');
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['the line is cut', cut()],
    ['the line is cut within the body', cutMidBody('{"access_token":"a"}')],
    ['it is no HTTP', raw('220 smtp.example ESMTP\r\n')],
  ])('is told as unreachable when %s', async (_name, answer) => {
    const server = await scripted(answer);
    expect(await codeOf(http.send(get(server.url)))).toBe('unreachable');
  });

  it('is told as unreachable when nobody listens or the name is unknown', async () => {
    const server = await scripted();
    await server.close();
    expect((await failureOf(http.send(get(server.url)))).problem.detail).toBe(new URL(server.url).host);
    expect(await codeOf(http.send(get('http://no-such-host.invalid/')))).toBe('unreachable');
  });
});

describe('a certificate', () => {
  const refusals: readonly [string, Certificate, string | undefined][] = [
    ['self-signed', selfSignedCertificate, undefined],
    ['unknown authority', goodCertificate, undefined],
    ['wrong host', otherHostCertificate, authority],
    ['expired', expiredCertificate, authority],
  ];

  it.each(refusals)('is refused for being %s', async (cause, certificate, caPem) => {
    const url = await secure(certificate);
    const failure = await failureOf(http.send(get(url, caPem === undefined ? {} : { caPem })));
    expect(failure.problem).toEqual({
      code: 'tls-refused',
      detail: `${new URL(url).host}: ${cause}`,
      done: 'no',
    });
  });

  it('is refused though NODE_TLS_REJECT_UNAUTHORIZED says otherwise', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await codeOf(http.send(get(await secure(selfSignedCertificate))))).toBe('tls-refused');
  });

  it('is taken with the server’s own authority, for that request alone', async () => {
    const url = await secure(goodCertificate);
    expect((await http.send(get(url, { caPem: authority }))).body).toBe('{"ok":true}');
    expect(await codeOf(http.send(get(url)))).toBe('tls-refused');
  });

  it('is not even looked at under TLS 1.1, whatever the process takes for enough', async () => {
    const before = { minVersion: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS };
    open.push(async () => {
      tls.DEFAULT_MIN_VERSION = before.minVersion;
      tls.DEFAULT_CIPHERS = before.ciphers;
    });
    tls.DEFAULT_MIN_VERSION = 'TLSv1';
    tls.DEFAULT_CIPHERS = 'ALL:@SECLEVEL=0';
    const url = await secure(goodCertificate, { maxVersion: 'TLSv1.1' });
    const socket = tls.connect({ port: Number(new URL(url).port), host: '127.0.0.1', ca: authority });
    await once(socket, 'secureConnect');
    expect(socket.getProtocol()).toBe('TLSv1.1');
    socket.destroy();
    const failure = await failureOf(http.send(get(url, { caPem: authority })));
    expect(failure.problem).toMatchObject({ code: 'tls-refused', done: 'no' });
  });

  it('is not asked for where no TLS is spoken', async () => {
    const server = await scripted();
    expect(await codeOf(http.send(get(server.url.replace('http:', 'https:'))))).toBe('tls-refused');
  });

  it('with an authority that is no PEM ends in a failure too', async () => {
    const url = await secure(goodCertificate);
    expect(await failureOf(http.send(get(url, { caPem: 'no certificate' })))).toBeInstanceOf(Failure);
  });
});

describe('through a proxy', () => {
  async function proxy(onRequest?: RequestListener) {
    const seen: string[] = [];
    const server = createHttpServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (onRequest) return onRequest(request, response);
      const onward = httpRequest(
        request.url ?? '',
        { method: request.method, headers: request.headers },
        (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(response);
        },
      );
      request.pipe(onward);
    });
    server.on('connect', (request, socket, head) => {
      seen.push(`CONNECT ${request.url}`);
      const { port } = new URL(`http://${request.url}`);
      const onward = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    const port = await listening(server);
    const by: Http = createAxiosHttp({
      clock: systemClock,
      resolveProxy: async () => `PROXY 127.0.0.1:${port}; DIRECT`,
    });
    return { by, seen, port };
  }

  it('plain requests are forwarded', async () => {
    const { by, seen } = await proxy();
    const server = await scripted(json(200, '{"through":true}'));
    expect((await by.send(get(`${server.url}/x`))).body).toBe('{"through":true}');
    expect(seen).toEqual([`GET ${server.url}/x`]);
  });

  it('secure ones are tunnelled, and the server’s own authority is honoured', async () => {
    const { by, seen } = await proxy();
    const url = await secure(goodCertificate);
    expect((await by.send(get(url, { caPem: authority }))).body).toBe('{"ok":true}');
    expect(seen).toEqual([`CONNECT ${new URL(url).host}`]);
    expect(await codeOf(by.send(get(url)))).toBe('tls-refused');
  });

  it('certificates are checked whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { by } = await proxy();
    const failure = await failureOf(by.send(get(await secure(otherHostCertificate), { caPem: authority })));
    expect(failure.problem).toMatchObject({
      code: 'tls-refused',
      detail: expect.stringMatching(/wrong host$/),
    });
  });

  it('nobody answers when the proxy is gone', async () => {
    const gone = createAxiosHttp({ clock: systemClock, resolveProxy: async () => 'PROXY 127.0.0.1:1' });
    expect(await codeOf(gone.send(get('https://api.example/')))).toBe('unreachable');
    expect(await codeOf(gone.send(get('http://api.example/')))).toBe('unreachable');
  });
});

describe('a proxy answer', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY a.example:8080; DIRECT', 'http://a.example:8080'],
    ['HTTPS a.example:443', 'https://a.example:443'],
    ['SOCKS5 a:1080', 'socks5h://a:1080'],
    ['SOCKS [::1]:1080', 'socks4a://[::1]:1080'],
    ['QUIC a:1; PROXY b:2', 'http://b:2'],
    ['PROXY evil/@x', null],
  ])('of %j is read', (answer, expected) => {
    expect(proxyUrl(answer)).toBe(expected);
  });
});
