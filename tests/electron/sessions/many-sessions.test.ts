import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { addServer, createFaultyStore, HOUR, loginInput, MINUTE, newGrant, startKit } from './keeper-kit.ts';

describe('many sessions', () => {
  it('are refreshed four at once, two per server, each once, when 200 are due at start', async () => {
    const store = createFaultyStore();
    const clock = createFakeClock();
    const first = await startKit({ store, clock });
    for (let number = 0; number < 10; number += 1) {
      const serverId = await addServer(first, 'django-oauth-toolkit', `https://s${number}.example.com`);
      for (let profile = 0; profile < 20; profile += 1) {
        await first.keeper.login(loginInput('django-oauth-toolkit', serverId));
      }
    }
    first.keeper.close();
    clock.jump(2 * HOUR);

    const kit = await startKit({ store, clock });
    kit.script.refresh = () =>
      new Promise((resolve) => clock.after(200, () => resolve(newGrant(clock, HOUR))));
    await clock.advance(0);
    expect(kit.count('refresh')).toBe(4);
    await clock.advance(MINUTE);
    expect(kit.count('refresh')).toBe(200);
    expect(kit.most).toEqual({ all: 4, perServer: 2 });
    expect(new Set(kit.calls.map(({ grant }) => grant?.refreshToken)).size).toBe(200);
    expect(kit.keeper.state().sessions.every(({ state }) => state === 'fresh')).toBe(true);
  });

  it('let what a user waits for go first', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const profileIds: string[] = [];
    for (let profile = 0; profile < 5; profile += 1) {
      profileIds.push((await kit.keeper.login(loginInput('django-oauth-toolkit', serverId))).profileId);
    }
    kit.script.refresh = () =>
      new Promise((resolve) => kit.clock.after(200, () => resolve(newGrant(kit.clock, HOUR))));
    await kit.clock.advance(48 * MINUTE);
    const before = kit.count();
    const asked = kit.keeper.login(loginInput('django-oauth-toolkit', serverId));
    await kit.clock.advance(200);
    await asked;
    expect(kit.calls.slice(before, before + 2).map(({ purpose }) => purpose)).toEqual(['login', 'refresh']);
    await kit.clock.advance(MINUTE);
    expect(kit.count('refresh')).toBe(5);
  });
});
