import { type CopyFormat, restsOnAccessToken } from './contract/copy-formats.ts';
import type { CopyResult } from './contract/copy-result.ts';
import type { RequestDraft } from './contract/request-draft.ts';
import type { Settings } from './contract/settings.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import { loadSnippets } from './copy/code-snippet.ts';
import { endsSoon } from './copy/ends-soon.ts';
import { copyText } from './copy/formats.ts';
import { Failure } from './failure.ts';
import type { Clock } from './ports.ts';
import { requireOpen } from './require-open.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { Vault } from './vault/vault.ts';

/**
 * Puts a session on the clipboard in one format, with the call that asks who it is or the `request` that is given. With `asksFirst` nothing is copied where so little is
 * left of the token that it would be over before it is used; the answer says so, for whoever can ask the user.
 */
export type CopySession = (
  profileId: string,
  format: CopyFormat,
  options?: { readonly asksFirst?: boolean; readonly request?: RequestDraft | undefined },
) => Promise<CopyResult>;

export function createCopySession(parts: {
  readonly vault: Pick<Vault, 'state'>;
  readonly keeper: Pick<Keeper, 'token' | 'detail' | 'curlTarget' | 'requestOf' | 'state'>;
  readonly clipboard: Pick<ClipboardHold, 'put'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly settings: () => Settings;
}): CopySession {
  const { vault, keeper, clipboard, clock, settings } = parts;

  /** When the token ends, where that is too soon. */
  function endsSoonAt(profileId: string): number | null {
    const { access } = sessionOf(profileId);
    return access !== null && endsSoon(access, clock.now()) ? access.expiresAt : null;
  }

  function sessionOf(profileId: string) {
    const session = keeper.state().sessions.find((one) => one.profileId === profileId);
    if (!session) throw new Failure('unknown-profile');
    return session;
  }

  return async (profileId, format, { asksFirst = false, request } = {}) => {
    await loadSnippets(format);
    requireOpen(vault);
    const session = sessionOf(profileId);
    const server = keeper.state().servers.find((one) => one.id === session.serverId);
    if (!server) throw new Failure('unknown-profile');
    const text = copyText(format, {
      token: (which) => keeper.token(profileId, which),
      scheme: () => (keeper.detail(profileId).isKeyBound ? 'DPoP' : 'Bearer'),
      request: () => (request ? keeper.requestOf(profileId, request) : keeper.curlTarget(profileId)),
      facts: () => ({
        expiresAt: session.access?.expiresAt ?? null,
        scope: keeper.detail(profileId).scope,
      }),
    });
    const endsAt = asksFirst && restsOnAccessToken(format) ? endsSoonAt(profileId) : null;
    if (endsAt !== null) return { endsAt };
    await clipboard.put(
      text,
      { format, profileId, profileName: session.name, serverName: server.name },
      settings().clipboardSeconds,
    );
    return null;
  };
}
