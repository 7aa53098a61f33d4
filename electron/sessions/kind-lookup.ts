import type { KindView } from '../contract/server.ts';
import { Failure } from '../failure.ts';
import { kindView } from '../servers/kinds.ts';
import type { Server } from '../servers/server.ts';
import type { ServerKind } from '../servers/server-kind.ts';
import { hasCall } from '../servers/template.ts';

/** What sessions need to know about kinds of servers. */
export interface KindLookup {
  view(kindId: string): KindView | undefined;
  /** True where a refused identity call means that the token is dead, and not just that it may not ask. */
  isIdentityProof(kindId: string): boolean;
  /** True where the server has a call that says whether a token is alive. */
  canCheck(server: Server): boolean;
}

export function createKindLookup(kinds: readonly ServerKind[]): KindLookup {
  const views = new Map(kinds.map((kind) => [kind.id, kindView(kind)]));
  const find = (kindId: string) => kinds.find(({ id }) => id === kindId);
  return {
    view: (kindId) => views.get(kindId),
    canCheck(server) {
      const kind = find(server.kindId);
      return kind?.check !== undefined && hasCall(kind, kind.check.request, server);
    },
    isIdentityProof: (kindId) => find(kindId)?.identity?.mayRefuseGoodTokens !== true,
  };
}

/** The kind of a server; throws a `Failure` with `not-supported` for one this Lanyard does not know. */
export function kindOf(kinds: KindLookup, kindId: string): KindView {
  const kind = kinds.view(kindId);
  if (!kind) throw new Failure('not-supported', { detail: kindId });
  return kind;
}
