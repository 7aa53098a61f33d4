import { describe, expect, it } from 'vitest';
import { locked, startMain } from './locking/main-under-test.ts';
import { loginInput } from './sessions/keeper-kit.ts';

/** Main with a session, one more at a server in production, and a profile that is signed out. */
async function threeProfiles() {
  const main = await startMain();
  const { serverId } = await main.keeper.addServer({
    kindId: 'django-oauth-toolkit',
    name: 'Live',
    environment: 'production',
    address: 'https://live.example.com',
    settings: {},
    allowPlainHttp: false,
  });
  const second = await main.keeper.login(loginInput('django-oauth-toolkit', serverId));
  const copy = await main.keeper.duplicate(main.profileId);
  main.clip.text = '';
  return { main, first: main.profileId, second: second.profileId, signedOut: copy.profileId };
}

const headerOf = ({ keeper }: Awaited<ReturnType<typeof startMain>>, profileId: string): string =>
  `Authorization: Bearer ${keeper.token(profileId, 'access')}`;

describe('copying the headers of several sessions', () => {
  it('puts one a line, in the order that is asked for, and leaves out what has no token', async () => {
    const { main, first, second, signedOut } = await threeProfiles();
    const copied = await main.handlers['session.copyHeaders']({ profileIds: [second, signedOut, first] });
    expect(copied).toEqual({ copied: 2, tokenless: 1, ending: 0 });
    expect(main.clip.text).toBe([headerOf(main, second), headerOf(main, first)].join('\n'));
  });

  it('names nobody on the clipboard, but marks it as one of production’s', async () => {
    const { main, first, second } = await threeProfiles();
    await main.handlers['session.copyHeaders']({ profileIds: [first, second] });
    expect(main.snapshots.current().clipboard).toMatchObject({
      format: 'headers',
      profileId: second,
      profileName: null,
      serverName: null,
    });
  });

  it('leaves the clipboard alone where none has a token', async () => {
    const { main, signedOut } = await threeProfiles();
    main.clip.text = 'of somebody else';
    const copied = await main.handlers['session.copyHeaders']({ profileIds: [signedOut, 'unknown'] });
    expect(copied).toEqual({ copied: 0, tokenless: 1, ending: 0 });
    expect(main.clip.text).toBe('of somebody else');
  });

  it('counts those that are all but over, and leaves out those that are', async () => {
    const { main, first } = await threeProfiles();
    const ask = () => main.handlers['session.copyHeaders']({ profileIds: [first] });
    const expiresAt =
      main.keeper.state().sessions.find(({ profileId }) => profileId === first)?.access?.expiresAt ?? 0;
    main.script.refresh = () => new Promise(() => {});
    await main.clock.advance(expiresAt - 29_999 - main.clock.now());
    expect(await ask()).toEqual({ copied: 1, tokenless: 0, ending: 1 });
    await main.clock.advance(30_000);
    expect(await ask()).toEqual({ copied: 0, tokenless: 1, ending: 0 });
  });

  it('is cleared from the clipboard by a lock', async () => {
    const { main, first } = await threeProfiles();
    await main.handlers['session.copyHeaders']({ profileIds: [first] });
    await main.lock();
    await locked(main);
    expect(main.clip.text).toBe('');
  });
});
