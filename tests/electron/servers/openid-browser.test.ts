import { describe, expect, it } from 'vitest';
import { playPerson } from '../../servers/real/play-person.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { problemOf } from './engine-under-test.ts';
import { openid, slowBrowser, stranger } from './openid-under-test.ts';

describe('an answer of the browser', () => {
  it('is refused with a forged state, and the sign-in goes on', async () => {
    const slow = slowBrowser();
    const { engine, context, server } = await openid({}, slow);
    const login = engine.login(context(), 'browser');
    const url = await slow.opened();
    const door = url.searchParams.get('redirect_uri') ?? '';
    const statuses = [
      await fetch(`${door}?code=stolen&state=forged`),
      await fetch(`${door}?code=stolen`),
      await fetch(`${door}?code=stolen&state=${url.searchParams.get('state')}&state=forged`),
      await fetch(`${door}?state=${url.searchParams.get('state')}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 400]);
    expect(server.tokenCalls()).toHaveLength(0);
    await playPerson(url.href);
    expect((await login).idToken?.signature).toBe('verified');
  });

  it('sends its code once, however often it comes', async () => {
    const slow = slowBrowser();
    const { engine, context, server } = await openid({}, slow);
    const login = engine.login(context(), 'browser');
    const last = await playPerson((await slow.opened()).href);
    const again = await Promise.allSettled([fetch(last.url), fetch(last.url)]);
    expect(again.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await login;
    expect(server.tokenCalls().map((form) => form.get('grant_type'))).toEqual(['authorization_code']);
  });

  it.each([
    ['names another issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
    ['names none where all do', (back: URL) => back.searchParams.delete('iss')],
  ])('that %s is taken no further', async (_name, sendBack) => {
    const { engine, context, server } = await openid({ sendBack });
    expect(await problemOf(engine.login(context(), 'browser'))).toEqual({
      code: 'id-token-refused',
      detail: 'The answer of the browser is not from this issuer',
    });
    expect(server.tokenCalls()).toHaveLength(0);
  });

  it('may be an error in the server’s words, without the secrets in them', async () => {
    const { engine, context } = await openid({
      sendBack(back) {
        back.searchParams.delete('code');
        back.searchParams.set('error', 'temporarily_unavailable');
        back.searchParams.set('error_description', 'come\nback later');
      },
    });
    expect(await problemOf(engine.login(context(), 'browser'))).toEqual({
      code: 'server-busy',
      serverSays: 'come back later',
    });
  });

  it('is waited for five minutes', async () => {
    const clock = createFakeClock(Date.now());
    const slow = slowBrowser();
    const { engine, context, prompts } = await openid({}, { ...slow, clock });
    const login = problemOf(engine.login(context(), 'browser'));
    const door = (await slow.opened()).searchParams.get('redirect_uri') ?? '';
    expect(prompts[0]?.endsAt).toBe(clock.now() + 300_000);
    await clock.advance(299_999);
    expect((await fetch(door)).status).toBe(400);
    await clock.advance(1);
    expect((await login).code).toBe('ran-out');
    await expect(fetch(door)).rejects.toThrow();
    expect([prompts.at(-1), clock.waiting()]).toEqual([null, 0]);
  });

  it('is not waited for any longer once the user cancels', async () => {
    const slow = slowBrowser();
    const { engine, context } = await openid({}, slow);
    const controller = new AbortController();
    const login = problemOf(engine.login(context(stranger, { signal: controller.signal }), 'browser'));
    const door = (await slow.opened()).searchParams.get('redirect_uri') ?? '';
    controller.abort();
    expect((await login).code).toBe('cancelled');
    await expect(fetch(door)).rejects.toThrow();
  });

  it('may come from a browser that was opened by hand', async () => {
    const slow = slowBrowser(false);
    const { engine, context, prompts } = await openid({}, slow);
    const login = engine.login(context(), 'browser');
    while (prompts.length < 2) await settled();
    const shown = prompts[1];
    expect(shown).toMatchObject({ kind: 'browser', opened: false });
    await playPerson(shown?.kind === 'browser' ? shown.url : '');
    expect((await login).refreshToken).not.toBeNull();
  });

  it('comes to the address that the client is registered with', async () => {
    const slow = slowBrowser();
    const { engine, context, withSettings } = await openid({}, slow);
    const at = withSettings({ redirectAddress: 'http://localhost/oauth/back' });
    const login = engine.login(context(stranger, at), 'browser');
    const url = await slow.opened();
    expect(url.searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\/oauth\/back$/);
    await playPerson(url.href);
    expect((await login).refreshToken).not.toBeNull();
  });
});
