import { CompareBefore } from '../compare/compare-before.tsx';
import { CompareSessions } from '../compare/compare-sessions.tsx';
import { CopyTimeline } from '../session/copy-timeline.tsx';
import { Register } from '../sign-in/register.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { closeDialog, type OpenDialog, showWall, useOpenDialog } from '../state/overlay.ts';
import { currentSnapshot, useKind, useServer, useSession } from '../state/snapshot.ts';
import { currentWallView, openPane, showServer } from '../state/wall-view.ts';
import { ConfirmRemoveKind } from './confirm-remove-kind.tsx';
import { ConfirmRemoveMany } from './confirm-remove-many.tsx';
import { ConfirmRemoveProfile } from './confirm-remove-profile.tsx';
import { ConfirmRemoveServer } from './confirm-remove-server.tsx';
import { CopyEnding } from './copy-ending.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { Rename } from './rename.tsx';
import { RevokeAll } from './revoke-all.tsx';
import { TagsDialog } from './tags-dialog.tsx';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useOpenDialog();
  return dialog && <Shown key={JSON.stringify(dialog)} dialog={dialog} />;
}

function Shown({ dialog }: { readonly dialog: OpenDialog }) {
  const server = useServer('serverId' in dialog ? dialog.serverId : undefined);
  const kind = useKind('kindId' in dialog ? dialog.kindId : undefined);
  const session = useSession('profileId' in dialog ? dialog.profileId : undefined);

  switch (dialog.kind) {
    case 'sign-in':
      return <SignIn {...dialog} onDone={showSession} onClose={closeDialog} />;
    case 'register':
      return <Register serverId={dialog.serverId} onDone={showSession} onClose={closeDialog} />;
    case 'confirm-remove-server':
      return server ? <ConfirmRemoveServer server={server} onClose={closeDialog} /> : null;
    case 'confirm-remove-kind':
      return kind ? <ConfirmRemoveKind kind={kind} onClose={closeDialog} /> : null;
    case 'confirm-remove-profile':
      return session ? <ConfirmRemoveProfile session={session} onClose={closeDialog} /> : null;
    case 'rename':
      return session ? <Rename session={session} onClose={closeDialog} /> : null;
    case 'profile-settings':
      return session ? <ProfileSettings session={session} onClose={closeDialog} /> : null;
    case 'copy-ending':
      return session ? <CopyEnding {...dialog} session={session} onClose={closeDialog} /> : null;
    case 'copy-timeline':
      return session ? <CopyTimeline profileId={session.profileId} onClose={closeDialog} /> : null;
    case 'compare':
      return session ? <CompareSessions session={session} onClose={closeDialog} /> : null;
    case 'compare-before':
      return session ? <CompareBefore session={session} onClose={closeDialog} /> : null;
    case 'revoke-all':
      return <RevokeAll server={server} profileIds={dialog.profileIds} onClose={closeDialog} />;
    case 'confirm-remove-many':
      return <ConfirmRemoveMany profileIds={dialog.profileIds} onClose={closeDialog} />;
    case 'tags':
      return <TagsDialog profileIds={dialog.profileIds} onClose={closeDialog} />;
  }
}

/** After a sign-in the wall shows whose session it is, also where another server was shown before. */
function showSession(profileId: string): void {
  showWall();
  const session = currentSnapshot().sessions.find((each) => each.profileId === profileId);
  const { serverId } = currentWallView();
  if (session !== undefined && serverId !== null && serverId !== session.serverId)
    showServer(session.serverId);
  openPane(profileId);
}
