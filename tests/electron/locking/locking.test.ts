import { expect, test } from 'vitest';
import { type RequestName, requests } from '../../../electron/contract/ipc.ts';
import { addServer, HOUR, held, newGrant } from '../sessions/keeper-kit.ts';
import { locked, type Main, startMain } from './main-under-test.ts';

/** Requests that need no vault, those that open it, and the one that does away with it. */
const answering: ReadonlySet<RequestName> = new Set<RequestName>([
  'app.info',
  'app.hasTray',
  'app.kinds',
  'app.snapshot',
  'window.ready',
  'window.control',
  'vault.create',
  'vault.carryOnInMemory',
  'vault.unlock',
  'vault.retryKeyring',
  'vault.lock',
  'vault.remove',
  'session.cancelLogin',
  'kind.endTryOut',
  'request.cancel',
  'clipboard.clear',
  'removal.forget',
  'picker.about',
  'picker.close',
  'picker.goTo',
  'settings.update',
  'update.look',
  'update.quit',
]);

async function codes({ handlers, profileId }: Main): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const name of Object.keys(requests) as RequestName[]) {
    if (answering.has(name)) continue;
    const handle = handlers[name] as (input: unknown) => unknown;
    found[name] = await (async () => handle({ profileId, passphrase: 'x', next: 'x' }))().then(
      () => 'answered',
      ({ code }) => String(code),
    );
  }
  return found;
}

test.each([true, false])(
  'locked: every request that needs the vault answers vault-locked (sessions kept alive: %s)',
  async (refreshWhileLocked) => {
    const main = await startMain({ refreshWhileLocked });
    await main.lock();
    const answers = await codes(main);
    expect(Object.keys(answers).length).toBeGreaterThan(30);
    expect(new Set(Object.values(answers))).toEqual(new Set(['vault-locked']));
    expect(() => main.handlers['settings.update']({ lockedCountdowns: true })).toThrow('vault-locked');
    const { servers, sessions, clipboard } = main.snapshots.current();
    expect([servers, sessions, clipboard]).toEqual([[], [], null]);
    expect(main.clip.text).toBe('');
    await expect(main.vault.unlock('two')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(main.vault.state().status).toBe('locked');
    await main.vault.unlock('one');
    expect(main.vault.state().status).toBe('open');
  },
);

test('locked, sessions kept alive: removing the vault ends that too, and what is granted late is kept nowhere', async () => {
  const main = await startMain({ refreshWhileLocked: true });
  const answer = held(() => newGrant(main.clock, HOUR));
  main.script.refresh = answer.give;
  const refreshing = main.keeper.refresh(main.profileId).catch(() => {});
  await main.lock();
  await main.handlers['vault.remove'](undefined);
  await main.vault.create('two');
  const opening = main.keeper.open();
  answer.open();
  await Promise.all([opening, refreshing]);
  expect(main.keeper.state()).toMatchObject({ servers: [], sessions: [] });
  expect(await main.vault.list()).toEqual([]);
});

test('what is in memory alone is not lost to the removal of a vault that is not there', async () => {
  const main = await startMain();
  await main.handlers['vault.remove'](undefined);
  await main.vault.carryOnInMemory();
  await main.keeper.open();
  await addServer(main);
  await expect(main.handlers['vault.remove'](undefined)).rejects.toMatchObject({ code: 'not-supported' });
  expect(main.keeper.state().servers).toHaveLength(1);
  expect(await main.vault.list()).toEqual(['index']);
});

test('locked, sessions paused: keys and tokens are dropped, nothing is refreshed, and what was granted last is saved first', async () => {
  const main = await startMain();
  const late = newGrant(main.clock, HOUR);
  const answer = held(() => late);
  main.script.refresh = answer.give;
  const refreshing = main.keeper.refresh(main.profileId);
  const locking = main.lock();
  await locked(main);
  expect(() => main.handlers['session.detail']({ profileId: main.profileId })).toThrow('vault-locked');
  answer.open();
  await Promise.all([refreshing, locking]);
  expect(main.vault.state()).toEqual({ status: 'locked', slots: ['passphrase'] });
  expect(main.keeper.state().sessions).toEqual([]);
  expect(() => main.keeper.token(main.profileId, 'access')).toThrow('unknown-profile');
  await expect(main.vault.read(main.profileId)).rejects.toMatchObject({ code: 'vault-locked' });
  const calls = main.count();
  await main.clock.advance(3 * HOUR);
  expect(main.count()).toBe(calls);
  await main.vault.unlock('one');
  await main.keeper.open();
  expect(main.keeper.token(main.profileId, 'access')).toBe(late.accessToken);
});

test('locked, sessions kept alive: the refresh goes on and is saved, and the window sees nothing of it', async () => {
  const main = await startMain({ refreshWhileLocked: true });
  await main.lock();
  expect(main.vault.state()).toEqual({ status: 'locked', slots: ['passphrase'], refreshing: true });
  await main.clock.advance(HOUR);
  await expect.poll(() => main.count('refresh')).toBeGreaterThan(0);
  expect(main.snapshots.current().sessions).toEqual([]);
  await main.keeper.settle();
  await main.vault.unlock('one');
  expect(await main.vault.read(main.profileId)).toMatchObject({
    grant: { accessToken: main.keeper.token(main.profileId, 'access') },
  });
});

test('locks by itself after the idle minutes, with the screen, and before sleep, each only where set', async () => {
  const idle = await startMain({ lockAfterMinutes: 5 });
  idle.presence.idle = 4 * 60_000;
  await idle.clock.advance(30_000);
  expect(idle.vault.state().status).toBe('open');
  idle.presence.idle = 5 * 60_000;
  await idle.clock.advance(30_000);
  await locked(idle);

  const never = await startMain();
  never.presence.idle = 24 * HOUR;
  never.leave('screen');
  never.leave('suspend');
  await never.clock.advance(120_000);
  expect(never.vault.state().status).toBe('open');

  for (const [why, part] of [
    ['screen', { lockWithScreen: true }],
    ['suspend', { lockAtSuspend: true }],
  ] as const) {
    const main = await startMain(part);
    main.leave(why);
    await locked(main);
  }
});

test('locked while the newest token is unsaved: it is saved behind the lock, nothing else is sent, and then the keys go', async () => {
  const main = await startMain();
  main.script.refresh = async () => {
    main.disk.isFull = true;
    return newGrant(main.clock, HOUR);
  };
  await main.keeper.refresh(main.profileId);
  expect(main.keeper.hasUnsaved()).toBe(true);
  await main.lock();
  expect(main.vault.state()).toMatchObject({ status: 'locked', refreshing: true });
  const sent = main.count();
  await main.clock.advance(2 * HOUR);
  expect([main.count(), main.keeper.hasUnsaved()]).toEqual([sent, true]);
  main.disk.isFull = false;
  await main.clock.advance(10 * 60_000);
  await expect.poll(() => main.vault.state()).toEqual({ status: 'locked', slots: ['passphrase'] });
  expect(main.count()).toBe(sent);
  await main.vault.unlock('one');
  await main.keeper.open();
  expect(main.keeper.hasUnsaved()).toBe(false);
});
