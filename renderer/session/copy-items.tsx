import type { SessionView } from '../../electron/contract/session.ts';
import { tokenVariable } from '../../electron/contract/token-variable.ts';
import { copyAs } from '../state/copying.ts';
import { shortcut } from '../state/shortcut.ts';
import { MenuItem } from '../ui/menu.tsx';

/** Everything of a session that can be copied, as items of a menu. */
export function CopyItems({ session }: { readonly session: SessionView }) {
  const { profileId, access, refreshToken } = session;
  return (
    <>
      {access !== null && (
        <>
          <MenuItem hint={shortcut('C')} onChoose={() => copyAs(profileId, 'header')}>
            Authorization header
          </MenuItem>
          <MenuItem onChoose={() => copyAs(profileId, 'access-token')}>Access token</MenuItem>
          <MenuItem hint={shortcut('Shift C')} onChoose={() => copyAs(profileId, 'curl')}>
            curl
          </MenuItem>
          <MenuItem hint={`reads $${tokenVariable}`} onChoose={() => copyAs(profileId, 'curl-env')}>
            curl without the secret
          </MenuItem>
        </>
      )}
      {refreshToken !== null && (
        <MenuItem onChoose={() => copyAs(profileId, 'refresh-token')}>Refresh token</MenuItem>
      )}
    </>
  );
}
