import type { KindView } from '../contract/server.ts';
import { Failure } from '../failure.ts';
import { kindView } from '../servers/kinds.ts';
import type { ServerKind } from '../servers/server-kind.ts';

/** What sessions need to know about kinds of servers. */
export interface KindLookup {
  view(kindId: string): KindView | undefined;
  /** True where a refused identity call means that the token is dead, and not just that it may not ask. */
  isIdentityProof(kindId: string): boolean;
}

export function createKindLookup(kinds: readonly ServerKind[]): KindLookup {
  const views = new Map(kinds.map((kind) => [kind.id, kindView(kind)]));
  const find = (kindId: string) => kinds.find(({ id }) => id === kindId);
  return {
    view: (kindId) => views.get(kindId),
    isIdentityProof: (kindId) => find(kindId)?.identity?.mayRefuseGoodTokens !== true,
  };
}

/** The kind of a server; throws a `Failure` with `not-supported` for one this Lanyard does not know. */
export function kindOf(kinds: KindLookup, kindId: string): KindView {
  const kind = kinds.view(kindId);
  if (!kind) throw new Failure('not-supported', { detail: kindId });
  return kind;
}
