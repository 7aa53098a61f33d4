import { expect, test } from 'vitest';
import { type RequestName, requests } from '../../../electron/contract/ipc.ts';
import type { Settings } from '../../../electron/contract/snapshot.ts';
import { createClipboardHold } from '../../../electron/copy/clipboard-hold.ts';
import { Failure } from '../../../electron/failure.ts';
import { createFileTransfer } from '../../../electron/file-transfer.ts';
import { createHandlers } from '../../../electron/handlers.ts';
import { createAutoLock } from '../../../electron/locking/auto-lock.ts';
import { createLocker } from '../../../electron/locking/locker.ts';
import type { Presence } from '../../../electron/ports.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createSnapshotSource } from '../../../electron/snapshot-source.ts';
import { createTryOuts } from '../../../electron/try-out/try-outs.ts';
import { createVaultFollower } from '../../../electron/vault-follower.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { addServer, gate, HOUR, loginInput, newGrant, scriptedEngine } from '../sessions/keeper-kit.ts';
import { createFakeKeyring, startVault } from '../vault/vault-fixture.ts';

const defaults: Settings = {
  theme: 'system',
  clipboardSeconds: 45,
  revealSeconds: 20,
  warnMinutes: 5,
  lockAfterMinutes: 0,
  lockWithScreen: false,
  lockAtSuspend: false,
  refreshWhileLocked: false,
  lockedCountdowns: false,
};

/** The whole of main but Electron: a real vault on disk, a keeper on it, one signed-in session, and its token copied. */
async function startMain(changes: Partial<Settings> = {}) {
  const settings: Settings = { ...defaults, ...changes };
  const clock = createFakeClock();
  const scripted = scriptedEngine(clock);
  const { vault, folder } = await startVault({ keyring: createFakeKeyring('absent'), clock });
  await vault.create('one');
  const disk = { isFull: false, isFailing: false };
  let ids = 0;
  const keeper = createKeeper({
    engine: scripted.engine,
    kinds,
    store: {
      ...vault,
      write: async (id, value) => {
        if (disk.isFull) throw new Failure('vault-cannot-save');
        await vault.write(id, value);
      },
      read: async (id) => {
        if (disk.isFailing) throw new Failure('vault-unreadable');
        return vault.read(id);
      },
    },
    clock,
    random: () => 0,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  await keeper.open();
  const clip = { text: '', isBusy: false };
  const clipboard = createClipboardHold({
    clock,
    clipboard: {
      writeText: async (text) => {
        clip.text = text;
      },
      readText: async () => {
        if (clip.isBusy) throw new Error('Another program holds the clipboard.');
        return clip.text;
      },
      clear: async () => {
        clip.text = '';
      },
    },
  });
  let away: (why: 'screen' | 'suspend') => void = () => {};
  const presence = { idle: 0 };
  const port: Presence = {
    idleMs: () => presence.idle,
    onAway: (listener) => {
      away = listener;
    },
  };
  const lock = createLocker({ vault, keeper, clipboard, settings: () => settings });
  const follower = createVaultFollower({
    keeper,
    onFollowed() {
      snapshots.touch();
      autoLock.plan();
    },
    onDefect: (thrown) => {
      throw thrown;
    },
  });
  const snapshots = createSnapshotSource({
    vault: follower.view,
    keeper,
    clipboard,
    settings: () => settings,
  });
  const autoLock = createAutoLock({
    clock,
    presence: port,
    settings: () => settings,
    canLock: () => vault.state().status === 'open',
    lock,
  });
  vault.onChange(follower.follow);
  follower.follow(vault.state());
  const handlers = createHandlers({
    vault,
    keeper,
    clipboard,
    clock,
    lock,
    browser: { open: async () => true },
    copyPlain: async () => {},
    tryOuts: createTryOuts({ http: { send: async () => Promise.reject(new Failure('unreachable')) }, clock }),
    lookAgain: follower.lookAgain,
    transfer: createFileTransfer({
      keeper,
      chosenFiles: { save: async () => true, open: async () => null },
    }),
    kinds: () => [],
    probe: async () => {
      throw new Error('not probed here');
    },
    explain: async () => null,
    snapshot: snapshots.current,
    settings: () => settings,
    updateSettings: (given) => void Object.assign(settings, given),
    info: { version: '', electron: '', platform: '' },
    controlWindow: () => {},
  });
  const serverId = await addServer({ keeper });
  const { profileId } = await keeper.login(loginInput('django-oauth-toolkit', serverId));
  await handlers['session.copy']({ profileId, format: 'header' });
  const leave = (why: 'screen' | 'suspend') => away(why);
  return {
    ...scripted,
    vault,
    keeper,
    clock,
    clip,
    presence,
    leave,
    handlers,
    snapshots,
    lock,
    profileId,
    settings,
    folder,
    disk,
  };
}

type Main = Awaited<ReturnType<typeof startMain>>;

/** Requests that need no vault, those that open it, and the one that does away with it. */
const answering: ReadonlySet<RequestName> = new Set<RequestName>([
  'app.info',
  'app.kinds',
  'app.snapshot',
  'window.control',
  'vault.create',
  'vault.carryOnInMemory',
  'vault.unlock',
  'vault.retryKeyring',
  'vault.lock',
  'vault.remove',
  'session.cancelLogin',
  'kind.endTryOut',
  'clipboard.clear',
  'settings.update',
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

test('a disk that fails once as the vault opens: "look again" reads the sessions, and they are kept alive again', async () => {
  const main = await startMain();
  await main.lock();
  await locked(main);
  main.disk.isFailing = true;
  await main.vault.unlock('one');
  const shown = () => main.snapshots.current().vault;
  await expect.poll(shown).toEqual({ status: 'unreadable', reason: 'damaged' });
  await expect(main.handlers['vault.retryKeyring'](undefined)).rejects.toMatchObject({
    code: 'vault-unreadable',
  });
  expect(shown()).toEqual({ status: 'unreadable', reason: 'damaged' });
  main.disk.isFailing = false;
  await main.handlers['vault.retryKeyring'](undefined);
  expect(shown()).toMatchObject({ status: 'open' });
  expect(main.snapshots.current().sessions).toMatchObject([{ profileId: main.profileId, state: 'fresh' }]);
  const before = main.count('refresh');
  await main.clock.advance(HOUR);
  await expect.poll(() => main.count('refresh')).toBeGreaterThan(before);
});

test('a vault whose sessions cannot be read is said to be locked once it is, and not unreadable for ever', async () => {
  const main = await startMain();
  await main.lock();
  main.disk.isFailing = true;
  await main.vault.unlock('one');
  const shown = () => main.snapshots.current().vault.status;
  await expect.poll(shown).toBe('unreadable');
  await main.lock();
  await expect.poll(shown).toBe('locked');
  main.disk.isFailing = false;
  await main.vault.unlock('one');
  await expect.poll(shown).toBe('open');
});

const locked = (main: Main) => expect.poll(() => main.vault.state().status).toBe('locked');

test.each([true, false])(
  'locked: every request that needs the vault answers vault-locked (sessions kept alive: %s)',
  async (refreshWhileLocked) => {
    const main = await startMain({ refreshWhileLocked });
    await main.lock();
    const answers = await codes(main);
    expect(Object.keys(answers).length).toBeGreaterThan(24);
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
  const { open, opened } = gate();
  main.script.refresh = async () => {
    await opened;
    return newGrant(main.clock, HOUR);
  };
  const refreshing = main.keeper.refresh(main.profileId).catch(() => {});
  await main.lock();
  await main.handlers['vault.remove'](undefined);
  await main.vault.create('two');
  const opening = main.keeper.open();
  open();
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
  const { open, opened } = gate();
  const late = newGrant(main.clock, HOUR);
  main.script.refresh = async () => {
    await opened;
    return late;
  };
  const refreshing = main.keeper.refresh(main.profileId);
  const locking = main.lock();
  await locked(main);
  expect(() => main.handlers['session.detail']({ profileId: main.profileId })).toThrow('vault-locked');
  open();
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

test.each([true, false])(
  'locked countdowns: names and ends where that was chosen, and nothing else (sessions kept alive: %s)',
  async (refreshWhileLocked) => {
    const main = await startMain({ refreshWhileLocked, lockedCountdowns: true });
    const [session] = main.keeper.state().sessions;
    await main.lock();
    const { vault } = main.snapshots.current();
    expect(vault).toMatchObject({
      status: 'locked',
      countdowns: [
        {
          profileId: main.profileId,
          name: session?.name,
          serverName: 'django-oauth-toolkit',
          expiresAt: session?.access?.expiresAt,
        },
      ],
    });
    Object.assign(main.settings, { lockedCountdowns: false });
    expect(main.snapshots.current().vault).not.toHaveProperty('countdowns');
  },
);

test('while another program holds the clipboard, a locked window says what lies there, and whose only where names are shown', async () => {
  const main = await startMain();
  const [session] = main.keeper.state().sessions;
  const names = { profileName: session?.name, serverName: 'django-oauth-toolkit' };
  expect(main.snapshots.current().clipboard).toMatchObject(names);
  main.clip.isBusy = true;
  await main.lock();
  const { clipboard } = main.snapshots.current();
  expect(clipboard).toMatchObject({ format: 'header', profileName: null, serverName: null });
  expect(JSON.stringify(main.snapshots.current())).not.toContain(session?.name);
  Object.assign(main.settings, { lockedCountdowns: true });
  expect(main.snapshots.current().clipboard).toMatchObject(names);
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

test('an unlock while the lock still waits for a refresh has the last word', async () => {
  const main = await startMain();
  const { open, opened } = gate();
  main.script.refresh = async () => {
    await opened;
    return newGrant(main.clock, HOUR);
  };
  const refreshing = main.keeper.refresh(main.profileId);
  const locking = main.lock();
  await locked(main);
  await main.vault.unlock('one');
  open();
  await Promise.all([refreshing, locking]);
  expect(main.vault.state().status).toBe('open');
  expect(main.keeper.state().sessions).toHaveLength(1);
  await main.clock.advance(HOUR);
  await expect.poll(() => main.count('refresh')).toBe(2);
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
