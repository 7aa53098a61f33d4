import { useEffect, useState } from 'react';
import type { SessionDetail } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { useKind, useServer, useSession } from '../state/snapshot.ts';
import type { FormValues } from './form-values.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

interface SignInProps {
  readonly serverId: string;
  readonly profileId?: string;
  readonly loginId?: string;
  /** Values that are known beforehand. */
  readonly carried?: FormValues;
  readonly onDone: (profileId: string) => void;
  readonly onClose: () => void;
}

/** Opens a sign-in; for a profile that is there already, once it is known what its form can be filled with. */
export function SignIn({ serverId, profileId, loginId, carried, onDone, onClose }: SignInProps) {
  const server = useServer(serverId);
  const kind = useKind(server?.kindId);
  const session = useSession(profileId);
  const [detail, setDetail] = useState<SessionDetail | null | undefined>(undefined);

  useEffect(() => {
    if (profileId === undefined) return;
    let isCurrent = true;
    const take = (known: SessionDetail | null) => {
      if (isCurrent) setDetail(known);
    };
    ask('session.detail', { profileId }).then(take, () => take(null));
    return () => {
      isCurrent = false;
    };
  }, [profileId]);

  if (!server || !kind) return null;
  if (profileId === undefined) {
    return (
      <SignInDialog
        server={server}
        kind={kind}
        loginId={loginId}
        carried={carried}
        onDone={onDone}
        onClose={onClose}
      />
    );
  }
  if (!session || detail === undefined) return null;
  return (
    <SignInDialog
      server={server}
      kind={kind}
      again={{ session, detail }}
      loginId={loginId}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
