import { describe, expect, it } from 'vitest';
import type { CallContext } from '../../../electron/servers/engine.ts';
import { openid } from '../../../electron/servers/kinds/openid.ts';
import { createIssuerKeys } from '../../../electron/servers/oauth/issuer-keys.ts';
import { createOriginNotes } from '../../../electron/servers/origin-notes.ts';
import type { Server } from '../../../electron/servers/server.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const HOUR = 3_600_000;

function start(body = (times: number) => JSON.stringify({ keys: [{ kid: `key-${times}` }] })) {
  const clock = createFakeClock();
  let times = 0;
  const http = {
    async send() {
      times += 1;
      const now = clock.now();
      return { status: 200, headers: {}, body: body(times), sentAt: now, receivedAt: now };
    },
  };
  const keys = createIssuerKeys({ http, clock, origins: createOriginNotes() });
  const server: Server = {
    id: 'one',
    kindId: 'openid',
    name: 'One',
    address: 'https://one.example',
    settings: { jwksUrl: 'https://keys.example/jwks', tokenUrl: '/token' },
    allowPlainHttp: false,
    acceptedLogins: [],
    facts: [],
  };
  const read = (more: Partial<Server> = {}, which: 'known' | 'fresh' = 'known') => {
    const context: CallContext = { server: { ...server, ...more }, fields: {}, onExchange: () => {} };
    return keys.read(openid, context, which);
  };
  return { clock, server, read, times: () => times };
}

describe('the keys of an issuer', () => {
  it('are asked for once by servers that trust and say the same', async () => {
    const { read, times } = start();
    expect(await read()).toMatchObject({ isFresh: true });
    expect(await read({ id: 'two', address: 'https://two.example' })).toMatchObject({ isFresh: false });
    expect(times()).toBe(1);
  });

  it('are not taken from a connection that another server’s authority vouched for', async () => {
    const { read, times } = start();
    const planted = await read({ caPem: 'an authority of its own' });
    const found = await read();
    expect(found).toMatchObject({ isFresh: true });
    expect(found?.text).not.toBe(planted?.text);
    expect(times()).toBe(2);
  });

  it('are asked for again with other headers', async () => {
    const { server, read, times } = start();
    await read();
    await read({ settings: { ...server.settings, extraHeaders: 'X-Tenant=two' } });
    expect(times()).toBe(2);
  });

  it('may be published beside something too deep to be written again', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const body = `{"keys":[{"kid":"a"}],"deep":${deep}}`;
    expect((await start(() => body).read())?.text).toBe(body);
  });

  it('are trusted for an hour', async () => {
    const { clock, read, times } = start();
    await read();
    await clock.advance(HOUR - 1);
    expect(await read()).toMatchObject({ isFresh: false });
    await clock.advance(1);
    expect(await read()).toMatchObject({ isFresh: true });
    expect(times()).toBe(2);
  });
});
