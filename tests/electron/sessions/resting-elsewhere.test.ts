import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../../electron/contract/session.ts';
import type { Http } from '../../../electron/ports.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import type { Desktop } from '../../../electron/servers/oauth/flow.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { createFaultyStore, gate, HOUR, newGrant, problemCode, startKit } from './keeper-kit.ts';

const prompt: Prompt = { kind: 'browser', url: 'https://as.example/go', opened: true, endsAt: 0 };
const settings = {
  tokenUrl: '/token',
  authorizationUrl: '/authorize',
  pushUrl: '/push',
  deviceUrl: '/device',
  clientAuth: 'none',
};
const draft = {
  kindId: 'openid',
  name: 'AS',
  address: 'https://as.example',
  settings,
  allowPlainHttp: false,
};

function input(serverId: string, loginId: string, attemptId = 'a') {
  return { serverId, loginId, fields: { clientId: 'c', scope: 'openid' }, remember: false, attemptId };
}

/** A keeper on the real engine, at a server whose answer is on its way whatever becomes of the question. */
async function slowServer(json: unknown, status: number) {
  const clock = createFakeClock();
  const [asked, answer] = [gate(), gate()];
  const opened: string[] = [];
  const http: Http = {
    async send() {
      asked.open();
      await answer.opened;
      const headers = { 'content-type': 'application/json' };
      return { status, headers, body: JSON.stringify(json), sentAt: clock.now(), receivedAt: clock.now() };
    },
  };
  const desktop: Desktop = {
    browser: {
      async open(url) {
        opened.push(url);
        return true;
      },
    },
    loopback: {
      open: async (redirectUri) => ({ redirectUri, wait: () => new Promise(() => {}), close() {} }),
    },
  };
  let ids = 0;
  const keeper = createKeeper({
    engine: createEngine({ http, clock, kinds: () => kinds, desktop }),
    kinds,
    store: createFaultyStore(),
    clock,
    random: () => 0,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  await keeper.open();
  const { serverId } = await keeper.addServer(draft);
  const prompts: (Prompt | null)[] = [];
  keeper.onChange(() => prompts.push(...keeper.state().attempts.map((one) => one.prompt)));
  return { keeper, serverId, asked, answer, opened, prompts };
}

describe('settling while a login is about to need the user', () => {
  it.each([
    ['browser', { request_uri: 'urn:x', expires_in: 60 }, 201],
    ['device', { device_code: 'd', user_code: 'AB', verification_uri: 'https://as.example/go' }, 200],
  ])('sends nobody anywhere (%s), and waits for nobody', async (loginId, json, status) => {
    const { keeper, serverId, asked, answer, opened, prompts } = await slowServer(json, status);
    const login = problemCode(keeper.login(input(serverId, loginId)));
    await asked.opened;
    const settling = keeper.settle();
    answer.open();
    await settling;
    expect(await login).toBe('cancelled');
    expect([opened, prompts.filter((one) => one !== null)]).toEqual([[], []]);
  });

  it('takes no other such login in while it waits for something else', async () => {
    const kit = await startKit();
    const { serverId } = await kit.keeper.addServer(draft);
    const answer = gate();
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const fields = { clientId: 'c', clientSecret: 'canary-secret' };
    const first = kit.keeper.login({ ...input(serverId, 'client-credentials', 'first'), fields });
    await settled();
    const settling = kit.keeper.settle();
    expect(await problemCode(kit.keeper.login(input(serverId, 'browser', 'second')))).toBe('cancelled');
    expect(kit.count('login')).toBe(1);
    answer.open();
    await Promise.all([settling, first]);
  });

  it('waits for what the code of the browser is exchanged for', async () => {
    const kit = await startKit();
    const { serverId } = await kit.keeper.addServer(draft);
    const answer = gate();
    kit.script.login = async ({ context }) => {
      context.onPrompt?.(prompt);
      context.onPrompt?.(null);
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const login = kit.keeper.login(input(serverId, 'browser'));
    await settled();
    const settling = kit.keeper.settle();
    answer.open();
    await Promise.all([settling, login]);
    expect(kit.session().state).toBe('fresh');
  });
});

describe('the id of a login that runs', () => {
  it('is refused to a second, so that the first can still be cancelled', async () => {
    const kit = await startKit();
    const { serverId } = await kit.keeper.addServer(draft);
    const answer = gate();
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const first = problemCode(kit.keeper.login(input(serverId, 'browser')));
    await settled();
    expect(await problemCode(kit.keeper.login(input(serverId, 'browser')))).toBe('bad-input');
    kit.keeper.cancelLogin('a');
    expect(await first).toBe('cancelled');
    answer.open();
    expect(await problemCode(kit.keeper.login(input(serverId, 'browser')))).toBe('none');
  });
});
