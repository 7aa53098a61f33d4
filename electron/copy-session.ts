import type { CopyFormat } from './contract/copy-formats.ts';
import type { Settings } from './contract/settings.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import { copyText } from './copy/formats.ts';
import { Failure } from './failure.ts';
import { requireOpen } from './require-open.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { Vault } from './vault/vault.ts';

/** Puts a session on the clipboard in one format, from wherever it was asked for. */
export type CopySession = (profileId: string, format: CopyFormat) => Promise<void>;

export function createCopySession(parts: {
  readonly vault: Pick<Vault, 'state'>;
  readonly keeper: Pick<Keeper, 'token' | 'detail' | 'curlTarget' | 'state'>;
  readonly clipboard: Pick<ClipboardHold, 'put'>;
  readonly settings: () => Settings;
}): CopySession {
  const { vault, keeper, clipboard, settings } = parts;

  return async (profileId, format) => {
    requireOpen(vault);
    const text = copyText(format, {
      token: (which) => keeper.token(profileId, which),
      scheme: () => (keeper.detail(profileId).isKeyBound ? 'DPoP' : 'Bearer'),
      curlTarget: () => keeper.curlTarget(profileId),
    });
    const { sessions, servers } = keeper.state();
    const session = sessions.find((one) => one.profileId === profileId);
    const server = servers.find((one) => one.id === session?.serverId);
    if (!session || !server) throw new Failure('unknown-profile');
    await clipboard.put(
      text,
      { format, profileId, profileName: session.name, serverName: server.name },
      settings().clipboardSeconds,
    );
  };
}
