import { expect } from 'vitest';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { createClipboardHold } from '../../../electron/copy/clipboard-hold.ts';
import { createCopyHeaders } from '../../../electron/copy-headers.ts';
import { createCopySession } from '../../../electron/copy-session.ts';
import { Failure } from '../../../electron/failure.ts';
import { createFileTransfer } from '../../../electron/file-transfer.ts';
import { createHandlers } from '../../../electron/handlers.ts';
import { createAutoLock } from '../../../electron/locking/auto-lock.ts';
import { createLocker } from '../../../electron/locking/locker.ts';
import type { Presence } from '../../../electron/ports.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createSnapshotSource } from '../../../electron/snapshot-source.ts';
import { createSentRequests } from '../../../electron/try-out/sent-requests.ts';
import { createTryOuts } from '../../../electron/try-out/try-outs.ts';
import { createVaultFollower } from '../../../electron/vault-follower.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { addServer, loginInput, scriptedEngine } from '../sessions/keeper-kit.ts';
import { createFakeKeyring, startVault } from '../vault/vault-fixture.ts';

/** The whole of main but Electron: a real vault on disk, a keeper on it, one signed-in session, and its token copied. */
export async function startMain(changes: Partial<Settings> = {}) {
  const settings: Settings = { ...defaultSettings, ...changes };
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
    update: () => ({ state: 'off' }),
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
    copySession: createCopySession({ vault, keeper, clipboard, clock, settings: () => settings }),
    copyHeaders: createCopyHeaders({ vault, keeper, clipboard, clock, settings: () => settings }),
    copyPlain: async () => {},
    demo: {
      start: async () => Promise.reject(new Failure('not-supported')),
      remove: async () => {},
      follow: () => {},
    },
    timelineText: () => '',
    tryOuts: createTryOuts({ http: { send: async () => Promise.reject(new Failure('unreachable')) }, clock }),
    sentRequests: createSentRequests({ keeper, clipboard, settings: () => settings }),
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
    lookForUpdate: async () => {},
    quit: () => {},
    snapshot: snapshots.current,
    settings: () => settings,
    updateSettings: (given) => void Object.assign(settings, given),
    info: { version: '', electron: '', platform: '' },
    placeTray: async () => false,
    windowReady: () => {},
    picker: {
      about: () => ({ isHeard: true, isWayland: false }),
      setShortcut: () => true,
      close: () => {},
      goTo: () => {},
    },
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

export type Main = Awaited<ReturnType<typeof startMain>>;

/** Passes once the vault is locked. */
export const locked = (main: Main) => expect.poll(() => main.vault.state().status).toBe('locked');
