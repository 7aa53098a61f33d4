import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { Failure } from '../../../electron/failure.ts';
import { authority, goodCertificate, selfSignedCertificate } from '../../servers/certificates.ts';
import { cut, cutMidBody, raw, startScripted } from '../../servers/scripted.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

const http = createAxiosHttp({ clock: systemClock, resolveProxy: async () => 'DIRECT' });

async function problemAt(url: string, by = http): Promise<Problem> {
  const request = { method: 'POST' as const, url, headers: {}, body: 'refresh_token=x', caPem: authority };
  const thrown = await by.send(request).catch((error: unknown) => error);
  if (!(thrown instanceof Failure)) throw new Error(`No Failure: ${String(thrown)}`);
  return thrown.problem;
}

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** Cuts the line once the first bytes of a request came through TLS. */
const cutsSecureLine = () =>
  createTlsServer({ ...goodCertificate }, (socket) => socket.once('data', () => socket.destroy()));

describe('a request of which nothing can have left', () => {
  it('is one to a port where nobody listens, or to a name that nobody knows', async () => {
    const server = await startScripted([]);
    await server.close();
    expect(await problemAt(server.url)).toMatchObject({ code: 'unreachable', done: 'no' });
    expect(await problemAt('http://no-such-host.invalid/')).toMatchObject({ done: 'no' });
  });

  it('is one to a server whose certificate is refused', async () => {
    let heard = 0;
    const server = createTlsServer({ ...selfSignedCertificate }, (socket) =>
      socket.on('data', (bytes) => {
        heard += bytes.length;
      }),
    );
    server.on('tlsClientError', () => {});
    const url = `https://127.0.0.1:${await portOf(server)}/`;
    expect(await problemAt(url)).toMatchObject({ code: 'tls-refused', done: 'no' });
    expect(heard).toBe(0);
  });

  it('is one whose line is cut before it is secure, though the code is that of any cut line', async () => {
    const url = `https://127.0.0.1:${await portOf(createServer((socket) => socket.once('data', () => socket.destroy())))}/`;
    expect(await problemAt(url)).toMatchObject({ code: 'unreachable', done: 'no' });
  });

  it('is one that waits for a secure line until the time is up', async () => {
    const clock = createFakeClock();
    const patient = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
    const silent = createServer(() => {});
    const arrived = once(silent, 'connection');
    const failing = problemAt(`https://127.0.0.1:${await portOf(silent)}/`, patient);
    await arrived;
    await clock.advance(20_000);
    expect(await failing).toMatchObject({ code: 'timed-out', done: 'no' });
  });

  it('is one whose proxy is gone', async () => {
    const gone = createAxiosHttp({ clock: systemClock, resolveProxy: async () => 'PROXY 127.0.0.1:1' });
    expect(await problemAt('https://api.example/', gone)).toMatchObject({ done: 'no' });
    expect(await problemAt('http://api.example/', gone)).toMatchObject({ done: 'no' });
  });
});

describe('a request that may have been carried out', () => {
  it.each([
    ['the line is cut in place of an answer', cut()],
    ['the line is cut within the answer', cutMidBody('{"access_token":"a"}')],
    ['the answer is no HTTP', raw('220 smtp.example ESMTP\r\n')],
    ['the headers are too long', raw(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`)],
  ])('is one where %s', async (_name, answer) => {
    const server = await startScripted([answer]);
    open.push(() => server.close());
    expect(await problemAt(server.url)).toMatchObject({ done: 'maybe' });
    expect(server.requests).toHaveLength(1);
  });

  it('is one whose secure line is cut later', async () => {
    const url = `https://127.0.0.1:${await portOf(cutsSecureLine())}/`;
    expect(await problemAt(url)).toMatchObject({ code: 'unreachable', done: 'maybe' });
  });

  it('is one that got through a proxy, plain or in a tunnel', async () => {
    const proxy = createHttpServer((request) => request.socket.destroy());
    proxy.on('connect', (request, socket) => {
      const { port } = new URL(`http://${request.url}`);
      const onward = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    const port = await portOf(proxy);
    const by = createAxiosHttp({ clock: systemClock, resolveProxy: async () => `PROXY 127.0.0.1:${port}` });
    const url = `https://127.0.0.1:${await portOf(cutsSecureLine())}/`;
    expect(await problemAt(url, by)).toMatchObject({ done: 'maybe' });
    expect(await problemAt('http://api.example/', by)).toMatchObject({ done: 'maybe' });
  });
});
