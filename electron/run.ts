import { randomUUID } from 'node:crypto';
import { arch, release } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, ClipboardItem, safeStorage, clipboard as systemClipboard } from 'electron';
import { createAxiosHttp } from './adapters/axios-http.ts';
import { createElectronChosenFiles } from './adapters/electron-chosen-files.ts';
import { createElectronClipboard } from './adapters/electron-clipboard.ts';
import { electronGlobalKeys } from './adapters/electron-global-keys.ts';
import { createElectronNotifier } from './adapters/electron-notifier.ts';
import { createElectronPresence } from './adapters/electron-presence.ts';
import { createElectronTray } from './adapters/electron-tray.ts';
import { createElectronUpdater } from './adapters/electron-updater.ts';
import { loopback } from './adapters/loopback.ts';
import { createNodeFiles } from './adapters/node-files.ts';
import { createPreferences } from './adapters/preferences.ts';
import { createProcessOwner } from './adapters/process-owner.ts';
import { createSafeStorageKeyWrap } from './adapters/safe-storage.ts';
import { systemBrowser } from './adapters/system-browser.ts';
import { systemClock as clock } from './adapters/system-clock.ts';
import { hasTrayHost } from './adapters/tray-host.ts';
import { provideWebCrypto } from './adapters/web-crypto.ts';
import { createAnswering } from './answer-requests.ts';
import { giveUp } from './app-dialogs.ts';
import { createBackground } from './background.ts';
import type { RequestInput } from './contract/ipc.ts';
import type { ProbeResult } from './contract/probe-result.ts';
import type { ServerKind } from './contract/server-kind.ts';
import { createClipboardHold } from './copy/clipboard-hold.ts';
import { createCopyHeaders } from './copy-headers.ts';
import { createCopySession } from './copy-session.ts';
import { createDemo } from './demo/demo.ts';
import { createFileTransfer } from './file-transfer.ts';
import { followApp } from './follow-app.ts';
import { createHandlers } from './handlers.ts';
import type { Answering } from './ipc-server.ts';
import { createAutoLock } from './locking/auto-lock.ts';
import { createLocker } from './locking/locker.ts';
import { applyTheme, createMainWindow } from './main-window.ts';
import { createPickerShortcut } from './picker-shortcut.ts';
import { createPickerWindow } from './picker-window.ts';
import { createEngine } from './servers/create-engine.ts';
import { kinds, kindView } from './servers/kinds.ts';
import { createKeeper } from './sessions/create-keeper.ts';
import type { Keeper } from './sessions/keeper.ts';
import { createSnapshotSource } from './snapshot-source.ts';
import { createTimelineText } from './timeline-text.ts';
import { trayPixels } from './tray/tray-icon.ts';
import { createSentRequests } from './try-out/sent-requests.ts';
import { createTryOuts } from './try-out/try-outs.ts';
import { createUpdates } from './updates/create-updates.ts';
import { createVault } from './vault/create-vault.ts';
import { createVaultFollower } from './vault-follower.ts';
import { proxySession } from './window.ts';

/** Puts Lanyard together behind the window that is open already. */
export async function run(opened: BrowserWindow, answerWith: (answering: Answering) => void): Promise<void> {
  provideWebCrypto();
  const preferences = createPreferences();
  applyTheme(preferences);

  const http = createAxiosHttp({ clock, resolveProxy: (url) => proxySession().resolveProxy(url) });
  const vault = createVault({
    files: createNodeFiles(userFolder('vault')),
    lastSeen: createNodeFiles(userFolder('vault-seen')),
    owner: createProcessOwner(userFolder('vault-owner')),
    keyWrap: createSafeStorageKeyWrap(safeStorage, process.platform, () => app.isReady()),
    clock,
  });
  const allKinds = (): readonly ServerKind[] => keeper.kinds();
  const keeper: Keeper = createKeeper({
    engine: createEngine({ http, clock, kinds: allKinds, desktop: { browser: systemBrowser, loopback } }),
    kinds,
    store: vault,
    clock,
    random: Math.random,
    newId: randomUUID,
  });
  const tryOuts = createTryOuts({ http, clock });
  /** What reads documents of servers, which no start has to wait for; no more do the demo servers. */
  async function probe(input: RequestInput<'server.probe'>): Promise<ProbeResult> {
    const { createProbe } = await import('./servers/probe.ts');
    return createProbe({ http, clock, kinds: allKinds })(input);
  }
  const demo = createDemo({
    keeper,
    probe,
    plans: async () => (await import('./demo/demo-plans.ts')).demoPlans,
    newId: randomUUID,
  });
  keeper.onChange(demo.follow);
  const clipboard = createClipboardHold({
    clipboard: createElectronClipboard(systemClipboard, ClipboardItem, process.platform),
    clock,
  });

  const sentRequests = createSentRequests({ keeper, clipboard, settings: preferences.settings });

  const follower = createVaultFollower({
    keeper,
    onFollowed() {
      snapshots.touch();
      autoLock.plan();
    },
    onDefect: giveUp,
  });
  const snapshots = createSnapshotSource({
    vault: follower.view,
    keeper,
    clipboard,
    settings: preferences.settings,
    update: () => updates.view(),
  });
  const updates = createUpdates({
    clock,
    updater: createElectronUpdater(process.resourcesPath),
    settings: preferences.settings,
    onChange: snapshots.touch,
  });

  vault.onChange(follower.follow);
  vault.onChange(({ status }) => {
    if (status === 'open' || status === 'memory') return;
    tryOuts.endAll();
    keeper.forgetRemovals();
    sentRequests.endAll();
  });

  const lock = createLocker({ vault, keeper, clipboard, settings: preferences.settings });
  const autoLock = createAutoLock({
    clock,
    presence: createElectronPresence(),
    settings: preferences.settings,
    canLock: () => vault.state().status === 'open',
    lock,
  });

  function updateSettings(changes: RequestInput<'settings.update'>): void {
    preferences.update(changes);
    applyTheme(preferences);
    mainWindow.applyZoom();
    snapshots.touch();
    autoLock.plan();
    updates.plan();
  }

  const mainWindow = createMainWindow({
    opened,
    preferences,
    holdsBack: (window) => background.closing.holdsBack(window),
  });
  const showWindow = mainWindow.show;
  const copying = { vault, keeper, clipboard, clock, settings: preferences.settings };
  const copySession = createCopySession(copying);
  const background = createBackground({
    vault,
    vaultView: follower.view,
    keeper,
    clock,
    notifier: createElectronNotifier(),
    createTray: (listeners) => createElectronTray({ hasHost: hasTrayHost, draw: trayPixels, ...listeners }),
    snapshot: snapshots.current,
    settings: preferences.settings,
    updateSettings,
    copySession,
    lock,
    showWindow,
    goTo: mainWindow.goTo,
    isWatched: mainWindow.isFocused,
    isFirstHide: preferences.isFirstHide,
    quit: () => app.quit(),
  });

  const chosenFiles = createElectronChosenFiles(mainWindow.current);
  /** Parsers of shells and YAML, which no start has to wait for. */
  async function loadExplainer() {
    const { createExplainer } = await import('./explain/create-explainer.ts');
    return createExplainer({ chosenFiles, kinds: allKinds });
  }
  const picker = createPickerWindow(mainWindow, () => preferences.settings().zoomPercent / 100);
  const pickerShortcut = createPickerShortcut({
    keys: electronGlobalKeys,
    kept: () => preferences.settings().pickerShortcut,
    keep(accelerator) {
      preferences.update({ pickerShortcut: accelerator });
      snapshots.touch();
    },
    open: picker.toggle,
  });
  snapshots.onChange((snapshot) => {
    mainWindow.push('snapshot', snapshot);
    picker.push(snapshot);
    background.follow();
  });
  answerWith(
    createAnswering(
      createHandlers({
        vault,
        keeper,
        clipboard,
        clock,
        browser: systemBrowser,
        copySession,
        copyHeaders: createCopyHeaders(copying),
        copyPlain: async (text) => systemClipboard.writeText(text),
        timelineText: createTimelineText({
          keeper,
          clock,
          about: {
            version: app.getVersion(),
            electron: process.versions.electron,
            system: `${process.platform} ${release()} ${arch()}`,
          },
        }),
        transfer: createFileTransfer({ keeper, chosenFiles }),
        lock,
        lookAgain: follower.lookAgain,
        kinds: () => kinds.map(kindView),
        tryOuts,
        demo,
        probe,
        sentRequests,
        explain: async (input) => (await loadExplainer())(input),
        snapshot: snapshots.current,
        windowReady,
        settings: preferences.settings,
        updateSettings,
        placeTray: background.placeTray,
        lookForUpdate: updates.look,
        quit: () => app.quit(),
        info: { version: app.getVersion(), electron: process.versions.electron, platform: process.platform },
        picker: {
          about: () => ({
            isHeard: pickerShortcut.isHeard(),
            isWayland: process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland',
          }),
          setShortcut: pickerShortcut.change,
          close: picker.close,
          goTo: picker.goTo,
        },
        controlWindow: mainWindow.control,
      }),
    ),
  );

  function windowReady(): void {
    mainWindow.isListening();
    // Whether there is a tray is asked of another program, which nothing has to wait for.
    void background.placeTray();
  }

  followApp({
    settle: async () => {
      const [goOn] = await Promise.all([keeper.settle(), clipboard.clear().catch(() => {})]);
      await vault.settled();
      return goOn;
    },
    hasUnsaved: keeper.hasUnsaved,
    setEnding: background.closing.setEnding,
    showWindow,
    onEnd: pickerShortcut.stop,
    onWake() {
      keeper.wake();
      background.wake();
    },
  });

  pickerShortcut.start();
  updates.plan();
  follower.follow(await vault.start());
}

function userFolder(name: string): string {
  return join(app.getPath('userData'), name);
}
