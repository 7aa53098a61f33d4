import { useMemo } from 'react';
import { byId } from '../../electron/contract/by-id.ts';
import { defaultSettings } from '../../electron/contract/default-settings.ts';
import type { KindView, ServerView } from '../../electron/contract/server.ts';
import type { AttemptView, SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { ask } from '../bridge.ts';
import { reuseUnchanged } from './reuse-unchanged.ts';
import { createStore, useStore } from './store.ts';
import { withVisibleNames } from './visible-names.ts';

const snapshot = createStore<Snapshot>({
  vault: { status: 'starting' },
  servers: [],
  sessions: [],
  attempts: [],
  ownKinds: [],
  removals: [],
  settings: defaultSettings,
  clipboard: null,
  update: { state: 'off' },
  problem: null,
});

const kinds = createStore<readonly KindView[]>([]);

/** Follows main: listens first, then asks, so that no change falls between the two. */
export async function followMain(): Promise<void> {
  let pushed = false;
  window.lanyard.on('snapshot', (next) => {
    pushed = true;
    snapshot.set(reuseUnchanged(snapshot.get(), withVisibleNames(next)));
  });
  const [first, known] = await Promise.all([ask('app.snapshot'), ask('app.kinds')]);
  kinds.set(known);
  if (!pushed) snapshot.set(withVisibleNames(first));
}

export function currentSnapshot(): Snapshot {
  return snapshot.get();
}

/** Reads the whole snapshot, or a part of it; the part must be the same object while nothing in it changed. */
export function useSnapshot(): Snapshot;
export function useSnapshot<Part>(select: (snapshot: Snapshot) => Part): Part;
export function useSnapshot(select: (snapshot: Snapshot) => unknown = whole): unknown {
  return useStore(snapshot, select);
}

const whole = (value: Snapshot): Snapshot => value;

export function useServer(serverId: string | undefined): ServerView | undefined {
  return useSnapshot(({ servers }) => (serverId === undefined ? undefined : byId(servers).get(serverId)));
}

export function useSession(profileId: string | undefined): SessionView | undefined {
  return useSnapshot(({ sessions }) =>
    profileId === undefined ? undefined : sessionsById(sessions).get(profileId),
  );
}

/** A login that runs. */
export function useAttempt(attemptId: string): AttemptView | undefined {
  return useSnapshot(({ attempts }) => attempts.find((one) => one.attemptId === attemptId));
}

/** The kinds of server that there are: those that Lanyard comes with, and behind them those that the user described. */
export function useKinds(): readonly KindView[] {
  const known = useStore(kinds, (value) => value);
  const own = useSnapshot(({ ownKinds }) => ownKinds);
  return useMemo(() => [...known, ...own], [known, own]);
}

export function useKind(kindId: string | undefined): KindView | undefined {
  return useKinds().find(({ id }) => id === kindId);
}

const sessionMaps = new WeakMap<readonly SessionView[], ReadonlyMap<string, SessionView>>();

/** The sessions by their profiles; looked through once for each snapshot in which one of them changed. */
export function sessionsById(sessions: readonly SessionView[]): ReadonlyMap<string, SessionView> {
  const known = sessionMaps.get(sessions);
  if (known) return known;
  const map = new Map(sessions.map((session) => [session.profileId, session]));
  sessionMaps.set(sessions, map);
  return map;
}
