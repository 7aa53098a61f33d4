import type { KindView } from '../contract/server.ts';
import type { Login, ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { kindView } from '../servers/kinds.ts';
import type { Server } from '../servers/server.ts';
import { hasCall, hasPath } from '../servers/template.ts';
import type { Reuse } from './unanswered-refresh.ts';

/** A kind as the window sees it, and how its servers take a replaced refresh token. */
export interface KnownKind extends KindView {
  readonly reuse: Reuse;
}

/** What sessions need to know about kinds of servers. */
export interface KindLookup {
  view(kindId: string): KnownKind | undefined;
  /** True where a refused identity call means that the token is dead, and not just that it may not ask. */
  isIdentityProof(kindId: string): boolean;
  /** True where the server has a call that says whether a token is alive. */
  canCheck(server: Server): boolean;
  /** Ids of the logins whose calls the server has. */
  possibleLogins(server: Server): readonly string[];
}

export function createKindLookup(kinds: () => readonly ServerKind[]): KindLookup {
  /** Asked for each session at every look at the deadlines. */
  const views = new WeakMap<ServerKind, KnownKind>();
  const find = (kindId: string) => kinds().find(({ id }) => id === kindId);

  function view(kindId: string): KnownKind | undefined {
    const kind = find(kindId);
    if (!kind) return undefined;
    const known = views.get(kind) ?? knownKind(kind);
    views.set(kind, known);
    return known;
  }

  return {
    view,
    canCheck(server) {
      const kind = find(server.kindId);
      return kind?.check !== undefined && hasCall(kind, kind.check.request, server);
    },
    possibleLogins(server) {
      const kind = find(server.kindId);
      if (!kind) return [];
      return kind.logins.filter((login) => isPossible(kind, login, server)).map(({ id }) => id);
    },
    isIdentityProof: (kindId) => find(kindId)?.identity?.mayRefuseGoodTokens !== true,
  };
}

function isPossible(kind: ServerKind, login: Login, server: Server): boolean {
  if ('paste' in login) return true;
  const isStartPossible = !('flow' in login) || hasPath(kind, login.authorize.path, server);
  return isStartPossible && hasCall(kind, login.request, server);
}

function knownKind(kind: ServerKind): KnownKind {
  return { ...kindView(kind), reuse: kind.refresh?.reuse ?? 'revokes' };
}

/** The kind of a server; throws a `Failure` with `not-supported` for one this Lanyard does not know. */
export function kindOf(kinds: KindLookup, kindId: string): KnownKind {
  const kind = kinds.view(kindId);
  if (!kind) throw new Failure('not-supported', { detail: kindId });
  return kind;
}
