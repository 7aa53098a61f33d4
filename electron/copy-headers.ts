import type { CopiedHeaders } from './contract/copy-result.ts';
import type { SessionView } from './contract/session.ts';
import type { Settings } from './contract/settings.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import { tokenHeader } from './copy/copied-request.ts';
import { endsSoon } from './copy/ends-soon.ts';
import type { Clock } from './ports.ts';
import { requireOpen } from './require-open.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { Vault } from './vault/vault.ts';

/** Puts the headers of several sessions on the clipboard, one a line, in the order that is given. Without a living token among them nothing is copied. */
export type CopyHeaders = (profileIds: readonly string[]) => Promise<CopiedHeaders>;

export function createCopyHeaders(parts: {
  readonly vault: Pick<Vault, 'state'>;
  readonly keeper: Pick<Keeper, 'token' | 'detail' | 'state'>;
  readonly clipboard: Pick<ClipboardHold, 'put'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly settings: () => Settings;
}): CopyHeaders {
  const { vault, keeper, clipboard, clock, settings } = parts;

  function headerOf({ profileId }: SessionView): string {
    const scheme = keeper.detail(profileId).isKeyBound ? 'DPoP' : 'Bearer';
    return tokenHeader(keeper.token(profileId, 'access'), scheme);
  }

  return async (profileIds) => {
    requireOpen(vault);
    const now = clock.now();
    const { sessions, servers } = keeper.state();
    const known = new Map(sessions.map((session) => [session.profileId, session]));
    const chosen = [...new Set(profileIds)].flatMap((id) => known.get(id) ?? []);
    const living = chosen.filter(({ access }) => access !== null && (access.expiresAt ?? Infinity) > now);
    const [first] = living;
    if (first !== undefined) {
      const inProduction = new Set(
        servers.filter(({ environment }) => environment === 'production').map(({ id }) => id),
      );
      const { profileId } = living.find(({ serverId }) => inProduction.has(serverId)) ?? first;
      const about = { format: 'headers', profileId, profileName: null, serverName: null } as const;
      await clipboard.put(living.map(headerOf).join('\n'), about, settings().clipboardSeconds);
    }
    return {
      copied: living.length,
      tokenless: chosen.length - living.length,
      ending: living.filter(({ access }) => access !== null && endsSoon(access, now)).length,
    };
  };
}
