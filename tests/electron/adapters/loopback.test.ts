import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLoopback, loopback } from '../../../electron/adapters/loopback.ts';
import { Failure } from '../../../electron/failure.ts';
import type { LoopbackDoor } from '../../../electron/ports.ts';

const open: LoopbackDoor[] = [];
afterEach(() => {
  for (const door of open.splice(0)) door.close();
});

async function opened(redirectUri = 'http://127.0.0.1/callback'): Promise<LoopbackDoor> {
  const door = await loopback.open(redirectUri);
  open.push(door);
  return door;
}

const isExpected = (answer: URL): boolean => answer.searchParams.get('state') === 'expected';
const never = new AbortController().signal;

/** What no HTTP client sends by itself. */
function sendRaw(door: LoopbackDoor, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(door.redirectUri).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(head);
  });
}

async function refusalOf(redirectUri: string): Promise<unknown> {
  const thrown: unknown = await opened(redirectUri).catch((error: unknown) => error);
  return thrown instanceof Failure ? [thrown.code, thrown.problem.field] : thrown;
}

describe('a door for a browser', () => {
  it('has a port of its own, and says where it is', async () => {
    const [one, other] = [await opened(), await opened()];
    expect(one.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(other.redirectUri).not.toBe(one.redirectUri);
  });

  it('keeps host, port and path that the server insists on', async () => {
    const { port } = new URL((await opened()).redirectUri);
    for (const door of open.splice(0)) door.close();
    const uri = `http://localhost:${port}/oauth/back`;
    const door = await opened(uri);
    expect(door.redirectUri).toBe(uri);
    const taken = door.wait(isExpected, never);
    expect((await fetch(`http://127.0.0.1:${port}/oauth/back?state=expected`)).status).toBe(421);
    expect((await fetch(`${uri}?state=expected`)).status).toBe(200);
    expect((await taken).pathname).toBe('/oauth/back');
  });

  it('says so when that port is taken', async () => {
    const { redirectUri } = await opened();
    const thrown: unknown = await opened(redirectUri).catch((error: unknown) => error);
    expect(thrown instanceof Failure && thrown.problem).toEqual({
      code: 'bad-input',
      field: 'redirectUri',
      fields: { redirectUri: `Port ${new URL(redirectUri).port} is in use by another program` },
    });
  });

  it.each([
    'https://127.0.0.1/callback',
    'http://192.168.1.1/callback',
    'http://0.0.0.0/callback',
    'http://localhost.example/callback',
    'http://127.0.0.1.example/callback',
    'http://user@127.0.0.1/callback',
    'http://127.0.0.1/callback?a=b',
    'http://127.0.0.1/callback#a',
    'lanyard://callback',
    '/callback',
  ])('opens for no other machine and no other scheme: %s', async (redirectUri) => {
    expect(await refusalOf(redirectUri)).toEqual(['bad-input', 'redirectUri']);
  });

  it('takes one answer, says so, and is closed', async () => {
    const door = await opened();
    const taken = door.wait(isExpected, never);
    const response = await fetch(`${door.redirectUri}?code=secret-code&state=expected`);
    const page = await response.text();
    expect([response.status, page]).toEqual([200, expect.stringContaining('Back to Lanyard')]);
    expect(page).not.toMatch(/secret-code|expected|<script|https?:/);
    expect((await taken).searchParams.get('code')).toBe('secret-code');
    await expect(fetch(`${door.redirectUri}?state=expected`)).rejects.toThrow();
  });

  it('serves pages that load, run and tell nothing', async () => {
    const door = await opened();
    const { headers } = await fetch(`${door.redirectUri}?state=other`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has another page for a server that said no', async () => {
    const door = await opened();
    const taken = door.wait(isExpected, never);
    const response = await fetch(`${door.redirectUri}?error=access_denied&state=expected`);
    expect(await response.text()).toContain('Not signed in');
    expect((await taken).searchParams.get('error')).toBe('access_denied');
  });

  it('refuses whatever else comes, and still takes the answer after it', async () => {
    const door = await opened();
    const { host } = new URL(door.redirectUri);
    expect((await fetch(`${door.redirectUri}?state=expected`)).status).toBe(400);
    const taken = door.wait(isExpected, never);
    const base = `http://${host}`;
    const statuses = [
      await fetch(`${base}/?state=expected`),
      await fetch(`${base}/callback/?state=expected`),
      await fetch(`${base}/favicon.ico`),
      await fetch(`${door.redirectUri}?state=forged`),
      await fetch(door.redirectUri),
      await fetch(`${door.redirectUri}?state=expected`, { method: 'POST', body: 'code=x' }),
      await fetch(`${door.redirectUri}?state=expected`, { method: 'HEAD' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 400, 400, 405, 405]);
    const target = '/callback?state=expected';
    expect(await sendRaw(door, `GET ${target} HTTP/1.1\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 421/,
    );
    expect(await sendRaw(door, `GET ${target} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1.1 421/);
    expect(await sendRaw(door, `GET http://evil.example${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 404/,
    );
    expect(await sendRaw(door, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400/);
    await fetch(`${door.redirectUri}?state=expected`);
    expect((await taken).searchParams.get('state')).toBe('expected');
  });

  it('shuts out connections that say nothing once the limit is over', async () => {
    const door = await createLoopback(100).open('http://127.0.0.1/callback');
    open.push(door);
    const port = Number(new URL(door.redirectUri).port);
    const closed = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const idle = connect(port, '127.0.0.1').resume();
        await once(idle, 'close');
        return idle.destroyed;
      }),
    );
    expect(closed).not.toContain(false);
    const taken = door.wait(isExpected, never);
    expect((await fetch(`${door.redirectUri}?state=expected`)).status).toBe(200);
    await taken;
  });

  it('gives up when it is told to', async () => {
    const door = await opened();
    const controller = new AbortController();
    const taken = door.wait(isExpected, controller.signal).catch((error: unknown) => error);
    controller.abort();
    expect(await taken).toMatchObject({ code: 'cancelled' });
    await expect(fetch(`${door.redirectUri}?state=expected`)).rejects.toThrow();
    expect(
      await (await opened()).wait(isExpected, controller.signal).catch((error: unknown) => error),
    ).toMatchObject({
      code: 'cancelled',
    });
  });
});
