import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as answer from './scripted.ts';
import { send } from './send.ts';

let server: answer.Scripted;
afterEach(() => server.close());

const get = () => send(server, 'GET /');

describe('a scripted server', () => {
  it('answers in the order of its script, and says when it is over', async () => {
    server = await answer.startScripted([
      answer.json(200, '{"access_token":7}'),
      answer.html(502, 'Bad Gateway'),
      answer.redirect(302, 'http://elsewhere.example/'),
    ]);
    expect((await get()).text).toBe('{"access_token":7}');
    expect((await get()).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await get()).headers.get('location')).toBe('http://elsewhere.example/');
    expect(server.left).toBe(0);
    expect((await get()).status).toBe(501);
    server.queue(answer.reply({ status: 204 }));
    expect((await get()).status).toBe(204);
    expect(server.requests).toHaveLength(5);
  });

  it('sends bodies in pieces, packed, and without end of line', async () => {
    server = await answer.startScripted([
      answer.gzipped(200, '{"packed":true}'),
      answer.chunks(200, ['{"in":', '"pieces"}']),
      answer.hugeJson(10 * 1024 * 1024),
      answer.raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi'),
    ]);
    const packed = await get();
    expect([packed.headers.get('content-encoding'), packed.json]).toEqual(['gzip', { packed: true }]);
    expect((await get()).json).toEqual({ in: 'pieces' });
    const huge = await get();
    expect(huge.text.length).toBeGreaterThan(10 * 1024 * 1024);
    expect(huge.json).toHaveProperty('access_token');
    expect((await get()).text).toBe('hi');
  });

  it('cuts the line before or within a body, or with something that is no HTTP', async () => {
    server = await answer.startScripted([
      answer.cut(),
      answer.cutMidBody('{"access_token":"x"}'),
      answer.raw('SSH-2.0-OpenSSH_9.2\r\n'),
    ]);
    for (let left = 3; left > 0; left -= 1) await expect(send(server, 'POST /')).rejects.toThrow();
    expect(server.left).toBe(0);
  });

  it.each([
    ['never begins', answer.silence(), undefined],
    ['never ends', answer.endless(), '{"access_token":"'],
    ['trickles', answer.endless(1), '{"access_token":"'],
  ])('gives up an answer that %s when it closes', async (_how, endless, start) => {
    server = await answer.startScripted([endless]);
    const seen = new Promise<string | undefined>((resolve) => {
      let first: string | undefined;
      const asking = request(server.url, (message) => {
        message.once('data', (chunk) => {
          first = String(chunk).slice(0, 17);
          void server.close();
        });
        message.once('error', () => resolve(first));
      });
      asking.once('error', () => resolve(first)).end();
    });
    await server.arrived(1);
    if (start === undefined) await server.close();
    expect(await seen).toBe(start);
  });
});
