import { describe, expect, it } from 'vitest';
import type { OpenidOptions } from '../../servers/openid.ts';
import { html, json, startScripted } from '../../servers/scripted.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { engineFor, problemOf, started } from './engine-under-test.ts';
import { openid, stranger } from './openid-under-test.ts';

describe('a sign-in on another device', () => {
  async function signingIn(options: OpenidOptions) {
    const clock = createFakeClock(Date.now());
    const parts = await openid(options, { clock });
    const startAt = clock.now();
    const pollsAt: number[] = [];
    let isDone = false;
    const login = parts.engine.login(parts.context(), 'device').finally(() => {
      isDone = true;
    });
    login.catch(() => {});
    /** Lets time pass while the client waits, and none while the server is asked. */
    const finished = async () => {
      let seen = 0;
      while (!isDone) {
        await (clock.waiting() > 0 ? clock.advance(1_000) : settled());
        const polls = parts.server.tokenCalls().length;
        if (polls > seen) pollsAt.push((clock.now() - startAt) / 1000);
        seen = polls;
      }
    };
    return { ...parts, clock, login, finished, pollsAt };
  }

  it('asks every five seconds, five more each time that is too often, and never after the answer', async () => {
    const polls = ['authorization_pending', 'slow_down', 'authorization_pending', 'slow_down'];
    const { login, finished, pollsAt, clock, server, calls } = await signingIn({ polls });
    await finished();
    expect((await login).idToken?.signature).toBe('verified');
    expect(pollsAt.map((at, index) => at - (pollsAt[index - 1] ?? 0))).toEqual([5, 5, 10, 10, 15]);
    await clock.advance(600_000);
    expect(server.tokenCalls()).toHaveLength(5);
    expect(calls()).toEqual(['authorize ok', 'login later', 'login later', 'login ok', 'keys ok']);
  });

  it('obeys the interval of the server, and asks less often on a bad line', async () => {
    const { login, finished, pollsAt, server } = await signingIn({ device: { interval: 2 } });
    server.control.failNext(2, 'cut', '/token');
    await finished();
    await login;
    expect(pollsAt.map((at, index) => at - (pollsAt[index - 1] ?? 0))).toEqual([2, 4, 8]);
  });

  it.each([
    ['access_denied', 'denied'],
    ['expired_token', 'ran-out'],
    ['invalid_grant', 'credentials-refused'],
    ['invalid_client', 'client-refused'],
  ])('ends with %s', async (error, code) => {
    const { login, finished, clock, server } = await signingIn({ polls: [error] });
    await finished();
    expect((await problemOf(login)).code).toBe(code);
    await clock.advance(600_000);
    expect([server.tokenCalls().length, clock.waiting()]).toEqual([1, 0]);
  });

  it('takes the name of Google for the address, and a code without an end for ten minutes', async () => {
    const page = 'https://example.com/device';
    const device = { verification_uri: undefined, verification_url: page, expires_in: undefined };
    const { finished, prompts } = await signingIn({ device });
    await finished();
    expect(prompts[0]).toMatchObject({ verificationUri: page, verificationUriComplete: null });
    expect(Math.abs((prompts[0]?.endsAt ?? 0) - Date.now() - 600_000)).toBeLessThan(5_000);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['an address that is no web page', { verification_uri: 'file:///etc/passwd' }],
    ['an address with a password', { verification_uri: 'https://a:b@example.com/' }],
    ['a code that cannot be typed', { user_code: 'a\nb' }],
    ['no code', { device_code: '' }],
  ])('shows nobody %s', async (_name, device) => {
    const { login, finished, prompts } = await signingIn({ device });
    await finished();
    expect((await problemOf(login)).code).toBe('reply-malformed');
    expect(prompts.filter(Boolean)).toEqual([]);
  });

  it.each([
    ['a web page', html(200, 'Welcome'), 'reply-not-json'],
    ['a refused client', json(401, '{"error":"invalid_client"}'), 'client-refused'],
    ['a scope it does not have', json(400, '{"error":"invalid_scope"}'), 'scope-refused'],
    ['a bare 400', json(400, '{}'), 'server-refused'],
  ])('does not begin with %s', async (_name, answer, code) => {
    const server = await started(startScripted([answer]));
    const { engine, context } = engineFor('openid', server.url, { deviceUrl: '/device', tokenUrl: '/token' });
    expect((await problemOf(engine.login(context(stranger), 'device'))).code).toBe(code);
  });
});
