import { afterEach, describe, expect, it } from 'vitest';
import { jsonReply } from '../../electron/demo/servers/reply.ts';
import { type StandIn, startStandIn } from '../../electron/demo/servers/stand-in.ts';
import { send } from './send.ts';

let server: StandIn;
let handled = 0;
afterEach(() => server.close());

async function start(now?: () => number): Promise<void> {
  handled = 0;
  server = await startStandIn(now ? { now } : {}, (side) => () => {
    handled += 1;
    return jsonReply(200, { now: side.now() });
  });
}

describe('a server under test', () => {
  it('keeps every request with its instant', async () => {
    await start(() => 1_795_293_738_000);
    await send(server, 'POST /a?b=c', { body: 'é', headers: { 'x-one': '1' } });
    await send(server, 'GET /other');
    expect(server.requestsTo('/a')).toMatchObject([
      {
        method: 'POST',
        path: '/a',
        search: '?b=c',
        body: 'é',
        at: 1_795_293_738_000,
        headers: { 'x-one': '1' },
      },
    ]);
    expect(server.requests).toHaveLength(2);
  });

  it('fails as many requests as it was told to, to that path alone', async () => {
    await start();
    server.control.failNext(2, { status: 503, headers: { 'Retry-After': '7' }, body: 'later' }, '/a');
    server.control.failNext(1, 'cut', '/a');
    expect((await send(server, 'GET /b')).status).toBe(200);
    const failed = await send(server, 'GET /a');
    expect([failed.status, failed.headers.get('retry-after'), failed.text]).toEqual([503, '7', 'later']);
    expect((await send(server, 'GET /a')).status).toBe(503);
    await expect(send(server, 'POST /a')).rejects.toThrow();
    expect(handled).toBe(1);
    expect((await send(server, 'GET /a')).status).toBe(200);
  });

  it('keeps answers back until it lets go, its work done', async () => {
    await start();
    server.control.hold('/slow');
    const slow = send(server, 'POST /slow');
    await server.control.held(1);
    expect(handled).toBe(1);
    expect((await send(server, 'GET /fast')).status).toBe(200);
    server.control.release();
    expect((await slow).status).toBe(200);
    expect((await send(server, 'POST /slow')).status).toBe(200);
  });

  it('loses answers on the way', async () => {
    await start();
    server.control.hold();
    const lost = send(server, 'POST /a');
    await server.control.held(1);
    server.control.lose();
    await expect(lost).rejects.toThrow();
    expect(handled).toBe(1);
  });

  it('goes by a clock of its own', async () => {
    await start(() => 1_795_293_738_000);
    server.control.setClockOffset(-60_000);
    const { headers, json } = await send(server, 'GET /');
    expect(headers.get('date')).toBe('Sat, 21 Nov 2026 20:41:18 GMT');
    expect(json).toEqual({ now: 1_795_293_678_000 });
    expect(server.requests[0]?.at).toBe(1_795_293_738_000);
  });

  it('shows a fault of its own as one', async () => {
    server = await startStandIn({}, () => () => {
      throw new Error('oops');
    });
    expect(await send(server, 'GET /')).toMatchObject({ status: 500, text: expect.stringContaining('oops') });
  });

  it('closes in the middle of an answer', async () => {
    await start();
    server.control.hold();
    const cutOff = send(server, 'GET /').catch(() => 'cut off');
    await server.control.held(1);
    await server.close();
    expect(await cutOff).toBe('cut off');
  });
});
