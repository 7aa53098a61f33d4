import type { TokenPair } from '../../electron/demo/servers/toolkit-tokens.ts';

interface Issued {
  readonly user: string;
  readonly generation: number;
}

/**
 * What the servers know of each user's refresh tokens, generation by generation. The app sends a refresh token only once it is saved, so
 * one that was sent must never be followed by an older one.
 */
export interface TokenTruth {
  /** To be told of every answer of a token endpoint: what was given for it, and the pair, or the error. */
  note(
    given: { readonly username?: string; readonly refreshToken?: string },
    granted: TokenPair | string,
  ): void;
  refreshes(): number;
  logins(): number;
}

export function createTokenTruth(on: {
  /** A refresh token older than one that was sent before, or one that the server takes no more. */
  lost(what: string): void;
  login(user: string): void;
}): TokenTruth {
  const issued = new Map<string, Issued>();
  const newestSent = new Map<string, number>();
  let refreshes = 0;
  let logins = 0;

  function noteLogin(user: string, granted: TokenPair): void {
    logins += 1;
    on.login(user);
    if (granted.refreshToken === undefined) return;
    const generation =
      Math.max(0, ...[...issued.values()].filter((one) => one.user === user).map((one) => one.generation)) +
      1;
    issued.set(granted.refreshToken, { user, generation });
  }

  function noteRefresh(token: string, granted: TokenPair | string): void {
    refreshes += 1;
    const used = issued.get(token);
    if (used === undefined) {
      on.lost('a refresh token was sent that no server gave');
      return;
    }
    const { user, generation } = used;
    const newest = newestSent.get(user) ?? 0;
    if (generation < newest) on.lost(`${user} went back from generation ${newest} to ${generation}`);
    newestSent.set(user, Math.max(newest, generation));
    if (typeof granted === 'string') on.lost(`${user} was refused with ${granted}`);
    else if (granted.refreshToken !== undefined && !issued.has(granted.refreshToken)) {
      issued.set(granted.refreshToken, { user, generation: generation + 1 });
    }
  }

  return {
    note({ username, refreshToken }, granted) {
      if (refreshToken !== undefined) noteRefresh(refreshToken, granted);
      else if (username !== undefined && typeof granted !== 'string') noteLogin(username, granted);
    },
    refreshes: () => refreshes,
    logins: () => logins,
  };
}
