import type { Answer, Bridge, RequestName } from '../../electron/contract/ipc.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { KindView } from '../../electron/contract/server.ts';
import type { SessionDetail } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

/** What the window is shown in place of a running main process. */
export interface WindowFixture {
  readonly snapshot: Snapshot;
  readonly kinds: readonly KindView[];
  readonly details: Readonly<Record<string, SessionDetail>>;
  readonly platform: string;
  /** Whether the desktop shows a tray. */
  readonly hasTray: boolean;
  /** Requests that are answered with a problem. */
  readonly problems: Readonly<Partial<Record<RequestName, Problem>>>;
}

declare global {
  interface Window {
    /** What was asked of the fake bridge, and the way to push another snapshot through it. */
    readonly fakeMain: {
      readonly asked: readonly { readonly name: string; readonly input: unknown }[];
      push(snapshot: Snapshot): void;
    };
  }
}

/**
 * Puts a bridge with nothing behind it on `window.lanyard`, to look at the window alone. Runs inside of the page as it is, so it
 * uses nothing from outside of itself.
 */
export function installFakeBridge(fixture: WindowFixture): void {
  let { snapshot } = fixture;
  const asked: { name: string; input: unknown }[] = [];
  const listeners = new Set<(next: Snapshot) => void>();

  function push(next: Snapshot): void {
    snapshot = next;
    for (const listener of listeners) listener(structuredClone(next));
  }

  /** The list with one of it right before another one, or at the end. */
  function moved<Item>(
    all: readonly Item[],
    idOf: (item: Item) => string,
    id: string,
    beforeId: string | null,
  ): Item[] {
    const others = all.filter((item) => idOf(item) !== id);
    const at = others.findIndex((item) => idOf(item) === beforeId);
    const place = at === -1 ? others.length : at;
    return [...others.slice(0, place), ...all.filter((item) => idOf(item) === id), ...others.slice(place)];
  }

  function answer(name: RequestName, input: unknown): unknown {
    const { profileId = '', format = 'header' } = (input ?? {}) as { profileId?: string; format?: 'header' };
    switch (name) {
      case 'app.info':
        return { version: '0.1.0', electron: '45.4.1', platform: fixture.platform };
      case 'app.hasTray':
        return fixture.hasTray;
      case 'app.kinds':
        return fixture.kinds;
      case 'app.snapshot':
        return snapshot;
      case 'session.detail':
        return fixture.details[profileId];
      case 'session.reveal':
        return {
          text: `shown.${'only-in-a-fixture'.repeat(24)}`,
          hideAt: Date.now() + snapshot.settings.revealSeconds * 1000,
        };
      case 'session.copy': {
        const session = snapshot.sessions.find((each) => each.profileId === profileId);
        const server = snapshot.servers.find((each) => each.id === session?.serverId);
        const copiedAt = Date.now();
        const { evenIfEnding } = input as { evenIfEnding?: boolean };
        const endsAt = session?.access?.expiresAt ?? null;
        if (!evenIfEnding && endsAt !== null && endsAt - copiedAt < 30_000) return { endsAt };
        push({
          ...snapshot,
          clipboard: {
            format,
            profileId,
            profileName: session?.name ?? '',
            serverName: server?.name ?? '',
            copiedAt,
            clearsAt: copiedAt + snapshot.settings.clipboardSeconds * 1000,
          },
        });
        return null;
      }
      case 'session.copyHeaders': {
        const { profileIds } = input as { profileIds: readonly string[] };
        const chosen = snapshot.sessions.filter((each) => profileIds.includes(each.profileId));
        const copied = chosen.filter(({ access }) => access !== null).length;
        return { copied, tokenless: chosen.length - copied, ending: 0 };
      }
      case 'server.move': {
        const { serverId, beforeId } = input as { serverId: string; beforeId: string | null };
        const servers = moved(snapshot.servers, ({ id }) => id, serverId, beforeId);
        push({ ...snapshot, servers });
        return undefined;
      }
      case 'profile.move': {
        const { beforeId } = input as { beforeId: string | null };
        push({
          ...snapshot,
          sessions: moved(snapshot.sessions, (each) => each.profileId, profileId, beforeId),
        });
        return undefined;
      }
      case 'request.read':
        return { method: 'GET', path: '/me', headers: [], body: '', contentType: 'application/json' };
      case 'settings.update':
        push({ ...snapshot, settings: { ...snapshot.settings, ...(input as object) } });
        return undefined;
      case 'clipboard.clear':
        push({ ...snapshot, clipboard: null });
        return undefined;
      case 'server.remove':
        return { unended: [] };
      case 'profile.remove':
        return { problem: null };
      case 'backup.export':
      case 'share.export':
        return { saved: true, servers: snapshot.servers.length, profiles: snapshot.sessions.length };
      case 'backup.import':
      case 'share.import':
        return { servers: 1, added: 2, replaced: 0, kept: 1, otherOrigins: [] };
      default:
        return undefined;
    }
  }

  const bridge: Bridge = {
    request: async (name, input) => {
      asked.push({ name, input });
      const problem = fixture.problems[name];
      // The page takes from it what the contract promises for this name.
      return (problem ? { ok: false, problem } : { ok: true, value: answer(name, input) }) as Answer<never>;
    },
    on: (name, listener) => {
      if (name !== 'snapshot') return () => undefined;
      const listen = listener as (next: Snapshot) => void;
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
  Object.assign(window, { lanyard: bridge, fakeMain: { asked, push } });
}
