import { byId } from '../contract/by-id.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { SessionView } from '../contract/session.ts';
import type { Clock } from '../ports.ts';
import type { Engine } from '../servers/engine.ts';
import { kindView } from '../servers/kinds.ts';
import type { Server } from '../servers/server.ts';
import { createAttempts } from './attempts.ts';
import { createCallLimit } from './call-limit.ts';
import { afterClockBack, retryAfterClockBack } from './clock-back.ts';
import type { ProfileEntry } from './index-record.ts';
import type { Keeper, KeeperState } from './keeper.ts';
import { createKindCatalogue } from './kind-catalogue.ts';
import { createKindLookup } from './kind-lookup.ts';
import { createLedger } from './ledger.ts';
import { createLogins } from './login.ts';
import { createLogout } from './logout.ts';
import { logoutAll } from './logout-all.ts';
import { createLooks } from './looks.ts';
import type { Outlook } from './outlook.ts';
import { createOutlooks } from './outlooks.ts';
import { createProfileCatalogue } from './profile-catalogue.ts';
import type { RecordStore } from './record-store.ts';
import { createRemoval } from './removal.ts';
import { createRenewals } from './renewal.ts';
import { createRequests } from './requests.ts';
import { createScheduler } from './scheduler.ts';
import { createServerCalls } from './server-calls.ts';
import { createServerCatalogue } from './server-catalogue.ts';
import type { Session } from './session.ts';
import { serverView, sessionDetail, sessionView } from './snapshot.ts';
import { createTokenQuestions } from './token-questions.ts';
import { createTransfers } from './transfers.ts';
import { createUndo } from './undo.ts';
import { createWorkUnderWay } from './work-under-way.ts';

export interface KeeperParts {
  readonly engine: Engine;
  /** The kinds that Lanyard comes with. */
  readonly kinds: readonly ServerKind[];
  readonly store: RecordStore;
  readonly clock: Clock;
  /** 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  /** A new id of 1 to 64 characters of a–z, 0–9 and "-". */
  readonly newId: () => string;
}

/** Puts the keeper together from its use cases. */
export function createKeeper(parts: KeeperParts): Keeper {
  const { clock, random } = parts;
  const listeners = new Set<() => void>();
  /** A session whose outlook is still the same object did not change. */
  const views = new WeakMap<
    Session,
    { readonly outlook: Outlook; readonly entry: ProfileEntry; readonly view: SessionView }
  >();
  let cached: KeeperState | null = null;
  let cachedAt = 0;
  let opening: Promise<void> | null = null;
  let isPlanning = false;
  let savingAgain: Promise<void> | null = null;

  const allKinds = (): readonly ServerKind[] => [...parts.kinds, ...ledger.index().kinds];
  const kinds = createKindLookup(allKinds);
  const ledger = createLedger({
    store: parts.store,
    clock,
    random,
    onChange(session) {
      outlooks.touch(session);
      onChange();
    },
    onIndexChange: onChange,
    onReplace: (...one) => looks.replaced(...one),
  });
  const outlooks = createOutlooks({ ledger, kinds, clock });
  const looks = createLooks({ ledger, kinds });
  const attempts = createAttempts(onChange);
  const underWay = createWorkUnderWay(onChange);
  const { mayStart } = underWay;
  const calls = createServerCalls({ engine: parts.engine, ledger, limit: createCallLimit(), mayStart });
  const questions = createTokenQuestions({ ledger, calls, kinds, clock });
  const renewals = createRenewals({ ledger, calls, kinds, clock, random });
  const logins = createLogins({ ledger, calls, questions, kinds, attempts, random, newId: parts.newId });
  const logout = createLogout({ ledger, calls, kinds, clock });
  const catalogue = createServerCatalogue({ ledger, calls, kinds, newId: parts.newId });
  const profiles = createProfileCatalogue({ ledger, kinds, newId: parts.newId });
  const undo = createUndo({ ledger, clock, newId: parts.newId, onChange });
  const removal = createRemoval({ ledger, logout, undo });
  const ownKinds = createKindCatalogue({ ledger, kinds: allKinds, newId: parts.newId, undo });
  const transfers = createTransfers({ ledger, kinds: parts.kinds, newId: parts.newId });
  const requests = createRequests({ ledger, calls, engine: parts.engine, newId: parts.newId, keepFresh });
  const scheduler = createScheduler({ clock, nextAt, onDue, onClockBack });

  function onChange(): void {
    cached = null;
    for (const listener of listeners) listener();
    if (isPlanning) return;
    isPlanning = true;
    // Once for all changes of one turn.
    queueMicrotask(() => {
      isPlanning = false;
      scheduler.plan();
    });
  }

  function nextAt(): number | null {
    // Saving goes on at rest too, for it is what the rest waits for.
    const saveAt = savingAgain !== null ? null : (ledger.trouble()?.nextTryAt ?? null);
    const sessionAt = mayStart(false) ? outlooks.firstAt() : null;
    return saveAt === null || sessionAt === null ? (saveAt ?? sessionAt) : Math.min(saveAt, sessionAt);
  }

  function onDue(): void {
    const now = clock.now();
    const trouble = ledger.trouble();
    if (trouble && trouble.nextTryAt <= now) void saveAgain();
    const due = outlooks.due();
    for (const { session, outlook } of mayStart(false) ? due : []) {
      const { nextActionAt } = outlook;
      // What goes wrong stands in the session; nobody waits for this call.
      if (nextActionAt !== null && nextActionAt <= now) renew(session, false).catch(() => {});
    }
    if (due.some(({ hasChanged }) => hasChanged)) onChange();
  }

  function renew(session: Session, isAsked: boolean): Promise<void> {
    return underWay.track(renewals.renew(session, isAsked));
  }

  /** Refreshes what is due or over; what is merely due is still good where that fails. */
  async function keepFresh(session: Session): Promise<boolean> {
    const { nextActionAt = null, keptBy = 'nothing' } = outlooks.of(session) ?? {};
    const isOver = (session.record.grant?.access.expiresAt ?? Number.POSITIVE_INFINITY) <= clock.now();
    const isDue = nextActionAt !== null && nextActionAt <= clock.now();
    if (session.busy?.kind !== 'renewal' && (keptBy === 'nothing' || !(isOver || isDue))) return false;
    try {
      await renew(session, true);
      return true;
    } catch (thrown) {
      if (isOver) throw thrown;
      return false;
    }
  }

  function saveAgain(): Promise<void> {
    // What cannot be saved now either stays marked in the ledger.
    savingAgain ??= ledger
      .retrySaving()
      .catch(() => {})
      .finally(() => {
        savingAgain = null;
        onChange();
      });
    return savingAgain;
  }

  function onClockBack(byMs: number): void {
    outlooks.touch();
    for (const session of ledger.sessions()) {
      session.retry = retryAfterClockBack(session.retry, byMs);
      if (!session.record.grant) continue;
      // At once, for what is due is looked at next; saved after that, for a restart.
      session.record = afterClockBack(session.record, byMs);
      ledger.update(session, (record) => record, 'keep').catch(() => {});
    }
  }

  function viewOf(session: Session, entry: ProfileEntry, server: Server): SessionView | undefined {
    const outlook = outlooks.of(session);
    if (!outlook) return undefined;
    const known = views.get(session);
    if (known?.outlook === outlook && known.entry === entry) return known.view;
    const view = sessionView(session, entry, server, kinds.view(server.kindId), outlook);
    views.set(session, { outlook, entry, view });
    return view;
  }

  function state(): KeeperState {
    const now = clock.now();
    // A clock that was set back, while nothing was planned that would have noticed it.
    if (now < cachedAt) cached = null;
    cachedAt = now;
    cached ??= {
      servers: ledger
        .index()
        .servers.map((server) =>
          serverView(server, { check: kinds.canCheck(server), logins: kinds.possibleLogins(server) }),
        ),
      sessions: ledger.index().profiles.flatMap((entry) => {
        const server = byId(ledger.index().servers).get(entry.serverId);
        if (!server) return [];
        const session = ledger.session(entry.id);
        return viewOf(session, entry, server) ?? [];
      }),
      attempts: attempts.views(),
      ownKinds: ledger.index().kinds.map(kindView),
      removals: undo.views(),
      problem: ledger.trouble()?.problem ?? null,
    };
    return cached;
  }

  async function open(): Promise<void> {
    if (ledger.isOpen()) return;
    underWay.again();
    // A refresh or login of before may still be saving the only token that works.
    await underWay.over();
    await ledger.open();
  }

  function close(): void {
    attempts.cancelAll();
    undo.forgetRemovals();
    ledger.close();
    scheduler.stop();
  }

  return {
    state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      opening ??= open().finally(() => {
        opening = null;
      });
      return opening;
    },
    settle() {
      attempts.cancelWaiting();
      undo.forgetRemovals();
      return underWay.comeToRest(async () => {
        if (ledger.trouble()) await saveAgain();
      });
    },
    hasUnsaved: ledger.hasUnsaved,
    close,
    forget() {
      for (const { gone } of ledger.sessions()) gone.abort();
      close();
    },
    wake() {
      outlooks.touch();
      scheduler.wake();
      // What ended while the machine slept is learned anew, so it does not show as a change of its own.
      onChange();
    },

    addServer: catalogue.add,
    updateServer: catalogue.update,
    removeServer: (serverId, endAtServer = false) =>
      underWay.track(removal.removeServer(serverId, endAtServer)),
    register: catalogue.register,

    login: (input) => underWay.track(logins.login(input)),
    cancelLogin: attempts.cancel,
    prompt: attempts.prompt,
    refresh: async (profileId) => renew(ledger.session(profileId), true),
    async askIdentity(profileId) {
      await questions.askIdentity(ledger.session(profileId));
    },
    askExpiry: async (profileId) => questions.askExpiry(ledger.session(profileId)),
    logout: async (profileId, evenIfUnreached = false) =>
      underWay.track(logout(ledger.session(profileId), evenIfUnreached)),
    logoutAll: (profileIds, evenIfUnreached = false) =>
      underWay.track(logoutAll(profileIds, (id) => logout(ledger.session(id), evenIfUnreached))),
    detail(profileId) {
      const session = ledger.session(profileId);
      const server = ledger.server(session.serverId);
      return sessionDetail(session, server, kinds.view(server.kindId));
    },
    token: looks.token,
    inspect: looks.inspect,
    claims: looks.claims,
    pastedClaims: looks.pastedClaims,
    curlTarget(profileId) {
      return parts.engine.curlTarget(ledger.server(ledger.session(profileId).serverId));
    },

    rename: profiles.rename,
    duplicate: profiles.duplicate,
    remove: (profileId, endAtServer = false) => underWay.track(removal.removeProfile(profileId, endAtServer)),
    removeAll: (profileIds, endAtServer = false) =>
      underWay.track(removal.removeProfiles(profileIds, endAtServer)),
    undoRemoval: (removalId) => underWay.track(undo.undoRemoval(removalId)),
    forgetRemoval: undo.forgetRemoval,
    forgetRemovals: undo.forgetRemovals,
    ...requests,
    ...transfers,
    kinds: allKinds,
    ...ownKinds,
    updateProfile: profiles.update,
    mark: profiles.mark,
    moveProfile: profiles.move,
    moveServer: catalogue.move,
  };
}
