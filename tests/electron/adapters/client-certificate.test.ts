import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { networkFailure } from '../../../electron/adapters/network-failure.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { Failure } from '../../../electron/failure.ts';
import type { Http, HttpRequest } from '../../../electron/ports.ts';
import { authority, goodCertificate, otherHostCertificate } from '../../servers/certificates.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const direct = createAxiosHttp({ clock: systemClock, resolveProxy: async () => 'DIRECT' });
const ofClient = { certPem: otherHostCertificate.cert, keyPem: otherHostCertificate.key };
const post = (url: string, clientCertificate?: HttpRequest['clientCertificate']): HttpRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: 'refresh_token=x',
  caPem: authority,
  ...(clientCertificate && { clientCertificate }),
});

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `127.0.0.1:${address.port}`;
}

/** Wants a certificate by the authority, and answers with the one it was shown. */
async function strictServer() {
  let requests = 0;
  const server = createSecureServer(
    { ...goodCertificate, ca: authority, requestCert: true, rejectUnauthorized: true },
    ({ socket }, response) => {
      requests += 1;
      response.end(socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : '');
    },
  );
  return { url: `https://${await listening(server)}/token`, requests: () => requests };
}

function tunnelling<S extends HttpServer>(server: S, onSocket: (socket: Socket) => void = () => {}): S {
  return server.on('connect', (request, socket: Socket) => {
    onSocket(socket);
    const { port } = new URL(`http://${request.url}`);
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
}

async function problemOf(by: Http, request: HttpRequest): Promise<Problem> {
  const thrown = await by.send(request).catch((error: unknown) => error);
  if (!(thrown instanceof Failure)) throw new Error(`No Failure: ${String(thrown)}`);
  return thrown.problem;
}

describe('a certificate of the client', () => {
  it('is shown to the server that asks for one', async () => {
    const { url } = await strictServer();
    expect((await direct.send(post(url, ofClient))).body).toBe('other');
  });

  it('is shown for that request alone', async () => {
    const { url, requests } = await strictServer();
    await direct.send(post(url, ofClient));
    expect((await problemOf(direct, post(url))).code).toBe('certificate-refused');
    expect(requests()).toBe(1);
  });

  it('that is missing is told from other trouble with the connection', async () => {
    const { url, requests } = await strictServer();
    const refused = { code: 'certificate-refused', detail: new URL(url).host, done: 'no' };
    expect(await problemOf(direct, post(url))).toEqual(refused);
    expect(requests()).toBe(0);
  });

  it.each([
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
    'ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  ])('is known to be refused by %s', (code) => {
    expect(networkFailure(Object.assign(new Error('x'), { code }), 'api.example')).toEqual({
      code: 'certificate-refused',
      detail: 'api.example',
      done: 'no',
    });
  });

  it('is known to be refused by the alert in the message of an older connection', () => {
    const message =
      'write EPROTO 0:error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:SSL alert number 48\n';
    const answer = (text: string) =>
      networkFailure(Object.assign(new Error(text), { code: 'EPROTO' }), 'h').code;
    expect(answer(message)).toBe('certificate-refused');
    expect(answer(message.replace('48', '40'))).toBe('tls-refused');
  });

  it.each([
    ['no PEM', { certPem: 'x', keyPem: ofClient.keyPem }],
    ['a key that is no PEM', { certPem: ofClient.certPem, keyPem: 'x' }],
    ['the key of another', { certPem: ofClient.certPem, keyPem: goodCertificate.key }],
  ])('is refused before anything is sent for %s', async (_what, certificate) => {
    const { url, requests } = await strictServer();
    expect(await problemOf(direct, post(url, certificate))).toEqual({
      code: 'bad-input',
      field: 'clientCertificate',
    });
    expect(requests()).toBe(0);
  });

  it('goes through a proxy to the server', async () => {
    const { url } = await strictServer();
    const proxy = await listening(tunnelling(createServer()));
    const by = createAxiosHttp({ clock: systemClock, resolveProxy: async () => `PROXY ${proxy}` });
    expect((await by.send(post(url, ofClient))).body).toBe('other');
  });

  it('is not shown to a proxy that asks for one', async () => {
    const { url } = await strictServer();
    const shown: unknown[] = [];
    const asking = createSecureServer({ ...goodCertificate, requestCert: true, rejectUnauthorized: false });
    const proxy = await listening(
      tunnelling(asking, (socket) => {
        if (socket instanceof TLSSocket) shown.push(socket.getPeerCertificate());
      }),
    );
    const by = createAxiosHttp({ clock: systemClock, resolveProxy: async () => `HTTPS ${proxy}` });
    expect((await by.send(post(url, ofClient))).body).toBe('other');
    expect(shown).toEqual([{}]);
  });
});
