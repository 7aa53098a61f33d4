import type { Handlers } from './answer-requests.ts';
import type { RequestInput, RequestOutput } from './contract/ipc.ts';
import type { ProbeResult } from './contract/probe-result.ts';
import type { KindView } from './contract/server.ts';
import type { Settings } from './contract/settings.ts';
import type { Snapshot } from './contract/snapshot.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import type { CopyHeaders } from './copy-headers.ts';
import type { CopySession } from './copy-session.ts';
import type { Demo } from './demo/demo.ts';
import { Failure } from './failure.ts';
import type { FileTransfer } from './file-transfer.ts';
import type { Browser, Clock } from './ports.ts';
import { requireOpen } from './require-open.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { TimelineText } from './timeline-text.ts';
import type { SentRequests } from './try-out/sent-requests.ts';
import type { TryOuts } from './try-out/try-outs.ts';
import type { Vault } from './vault/vault.ts';

const lockSettings: ReadonlySet<string> = new Set<keyof Settings>([
  'lockAfterMinutes',
  'lockWithScreen',
  'lockAtSuspend',
  'refreshWhileLocked',
  'lockedCountdowns',
]);

/** What the requests of the contract act upon. */
export interface HandlerParts {
  readonly vault: Vault;
  readonly keeper: Keeper;
  readonly clipboard: ClipboardHold;
  readonly clock: Clock;
  readonly browser: Browser;
  readonly copySession: CopySession;
  readonly copyHeaders: CopyHeaders;
  /** Puts what is no secret on the clipboard. */
  readonly copyPlain: (text: string) => Promise<void>;
  readonly timelineText: TimelineText;
  readonly transfer: FileTransfer;
  readonly demo: Demo;
  readonly tryOuts: TryOuts;
  readonly sentRequests: SentRequests;
  /** Locks the vault and everything that goes with it. */
  readonly lock: () => Promise<void>;
  /** Reads the sessions of an open vault once more where they could not be read. */
  readonly lookAgain: () => Promise<void>;
  readonly kinds: () => readonly KindView[];
  readonly probe: (input: RequestInput<'server.probe'>) => Promise<ProbeResult>;
  readonly explain: (input: RequestInput<'server.explain'>) => Promise<RequestOutput<'server.explain'>>;
  readonly snapshot: () => Snapshot;
  readonly settings: () => Settings;
  readonly updateSettings: (changes: RequestInput<'settings.update'>) => void;
  /** Asks for a newer Lanyard, where the settings allow it. */
  readonly lookForUpdate: () => Promise<void>;
  readonly quit: () => void;
  readonly info: { readonly version: string; readonly electron: string; readonly platform: string };
  /** Whether Lanyard is in the desktop's tray, looked for anew. */
  readonly placeTray: () => Promise<boolean>;
  /** Called once the window knows everything and can be led to a place. */
  readonly windowReady: () => void;
  readonly picker: {
    readonly about: () => RequestOutput<'picker.about'>;
    readonly setShortcut: (accelerator: string) => boolean;
    readonly close: () => void;
    readonly goTo: (place: RequestInput<'picker.goTo'>) => void;
  };
  readonly controlWindow: (action: RequestInput<'window.control'>['action']) => void;
}

/** Ties every request of the contract to the part that carries it out. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { vault, keeper, clipboard, clock, transfer } = parts;

  function whenOpen<Input, Output>(act: (input: Input) => Output): (input: Input) => Output {
    return (input) => {
      requireOpen(vault);
      return act(input);
    };
  }

  return {
    'app.info': () => parts.info,
    'app.hasTray': parts.placeTray,
    'app.kinds': () => [...parts.kinds()],
    'app.snapshot': parts.snapshot,
    'window.ready': parts.windowReady,
    'window.control': ({ action }) => parts.controlWindow(action),

    'vault.create': ({ passphrase }) => vault.create(passphrase),
    'vault.carryOnInMemory': () => vault.carryOnInMemory(),
    'vault.unlock': ({ passphrase }) => vault.unlock(passphrase),
    'vault.retryKeyring': async () => {
      await vault.retryKeyring();
      await parts.lookAgain();
    },
    'vault.lock': parts.lock,
    'vault.setPassphrase': whenOpen(({ current, next }) =>
      vault.protect((protection, opened) => protection.setPassphrase(opened, next, current)),
    ),
    'vault.removePassphrase': whenOpen(({ current }) =>
      vault.protect((protection, opened) => protection.removePassphrase(opened, current)),
    ),
    'vault.setKeyring': whenOpen(({ use }) =>
      vault.protect((protection, opened) =>
        use ? protection.addKeyring(opened) : protection.removeKeyring(opened),
      ),
    ),
    'vault.acceptRolledBack': whenOpen(() => vault.acceptRolledBack()),
    // Also while it is locked: without the passphrase there would be no other way to begin anew.
    'vault.remove': async () => {
      if (vault.state().status === 'memory') throw new Failure('not-supported');
      await clipboard.clear();
      keeper.forget();
      await vault.destroy();
    },

    'backup.export': whenOpen(({ passphrase }) => transfer.exportBackup(passphrase)),
    'backup.import': whenOpen(({ passphrase }) => transfer.importBackup(passphrase)),
    'share.export': whenOpen(({ profileIds }) => transfer.exportShare(profileIds)),
    'share.import': whenOpen(() => transfer.importShare()),

    'server.probe': whenOpen(parts.probe),
    'server.explain': whenOpen(parts.explain),
    'server.add': whenOpen((draft) => keeper.addServer(draft)),
    'server.update': whenOpen((draft) => keeper.updateServer(draft)),
    'server.remove': whenOpen(({ serverId, endAtServer }) => keeper.removeServer(serverId, endAtServer)),
    'server.move': whenOpen((input) => keeper.moveServer(input)),
    'server.register': whenOpen((input) => keeper.register(input)),

    'demo.start': whenOpen(() => parts.demo.start()),
    'demo.remove': whenOpen(() => parts.demo.remove()),

    'kind.read': whenOpen(({ kindId }) => keeper.readKind(kindId)),
    'kind.save': whenOpen((input) => keeper.saveKind(input)),
    'kind.remove': whenOpen(({ kindId }) => keeper.removeKind(kindId)),
    'kind.export': whenOpen(({ kindId }) => transfer.exportKind(kindId)),
    'kind.import': whenOpen(() => transfer.importKind()),
    'kind.tryOut': whenOpen((input) => parts.tryOuts.run(input)),
    'kind.endTryOut': ({ tryOutId }) => parts.tryOuts.end(tryOutId),

    'session.login': whenOpen((input) => keeper.login(input)),
    'session.cancelLogin': ({ attemptId }) => keeper.cancelLogin(attemptId),
    'session.openPrompt': whenOpen(async ({ attemptId }) => {
      const prompt = keeper.prompt(attemptId);
      const url = prompt.kind === 'browser' ? prompt.url : prompt.verificationUri;
      if (!(await parts.browser.open(url))) throw new Failure('browser-missing');
    }),
    'session.copyPrompt': whenOpen(({ attemptId, what }) => {
      const prompt = keeper.prompt(attemptId);
      if (prompt.kind === 'browser') return parts.copyPlain(prompt.url);
      return parts.copyPlain(what === 'code' ? prompt.userCode : prompt.verificationUri);
    }),
    'session.refresh': whenOpen(({ profileId }) => keeper.refresh(profileId)),
    'session.askIdentity': whenOpen(({ profileId }) => keeper.askIdentity(profileId)),
    'session.askExpiry': whenOpen(({ profileId }) => keeper.askExpiry(profileId)),
    'session.logout': whenOpen((input) => keeper.logout(input.profileId, input.evenIfUnreached)),
    'session.logoutAll': whenOpen((input) => keeper.logoutAll(input.profileIds, input.evenIfUnreached)),
    'session.detail': whenOpen(({ profileId }) => keeper.detail(profileId)),
    'session.reveal': whenOpen(({ profileId, token }) => ({
      text: keeper.token(profileId, token),
      hideAt: clock.now() + parts.settings().revealSeconds * 1000,
    })),
    'session.copy': ({ profileId, format, evenIfEnding = false, request }) =>
      parts.copySession(profileId, format, { asksFirst: !evenIfEnding, request }),
    'session.copyHeaders': ({ profileIds }) => parts.copyHeaders(profileIds),
    'request.send': whenOpen((input) => parts.sentRequests.send(input)),
    'request.cancel': ({ sendId }) => parts.sentRequests.cancel(sendId),
    'request.copyAnswer': whenOpen((input) => parts.sentRequests.copy(input)),
    'request.read': whenOpen(({ serverId, requestId }) => keeper.readRequest(serverId, requestId)),
    'request.save': whenOpen(async ({ serverId, requestId, request }) => ({
      requestId: await keeper.saveRequest(serverId, request, requestId),
    })),
    'request.remove': whenOpen(({ serverId, requestId }) => keeper.removeRequest(serverId, requestId)),
    'token.inspect': whenOpen(({ text }) => keeper.inspect(text)),
    'token.copyClaims': whenOpen(({ text }) => parts.copyPlain(keeper.pastedClaims(text))),
    'session.copyClaims': whenOpen(({ profileId, token }) =>
      parts.copyPlain(keeper.claims(profileId, token)),
    ),
    'session.timelineText': whenOpen((input) => ({ text: parts.timelineText(input) })),
    'session.copyTimeline': whenOpen((input) => parts.copyPlain(parts.timelineText(input))),
    'clipboard.clear': () => clipboard.clear(),

    'profile.rename': whenOpen(({ profileId, name }) => keeper.rename(profileId, name)),
    'profile.duplicate': whenOpen(({ profileId }) => keeper.duplicate(profileId)),
    'profile.remove': whenOpen(({ profileId, endAtServer }) => keeper.remove(profileId, endAtServer)),
    'profile.removeAll': whenOpen((input) => keeper.removeAll(input.profileIds, input.endAtServer)),
    'removal.undo': whenOpen(({ removalId }) => keeper.undoRemoval(removalId)),
    'removal.forget': ({ removalId }) => keeper.forgetRemoval(removalId),
    'profile.update': whenOpen((input) => keeper.updateProfile(input)),
    'profile.mark': whenOpen((input) => keeper.mark(input)),
    'profile.move': whenOpen((input) => keeper.moveProfile(input)),

    'update.look': parts.lookForUpdate,
    'update.quit': parts.quit,

    'picker.about': parts.picker.about,
    'picker.setShortcut': whenOpen(({ accelerator }) => ({
      isTaken: !parts.picker.setShortcut(accelerator),
    })),
    'picker.close': parts.picker.close,
    'picker.goTo': parts.picker.goTo,

    'settings.update': (changes) => {
      // Whoever stands before a locked window does not choose what it shows.
      const isAboutLock = Object.keys(changes).some((name) => lockSettings.has(name));
      if (isAboutLock && vault.state().status === 'locked') throw new Failure('vault-locked');
      parts.updateSettings(changes);
    },
  };
}
