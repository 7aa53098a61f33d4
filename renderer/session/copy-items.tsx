import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { chooseCopy } from '../state/copying.ts';
import { shortcut } from '../state/shortcut.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { MenuGroup, MenuItem } from '../ui/menu.tsx';
import { words } from '../words/words.ts';

const tokens = ['header', 'access-token', 'refresh-token', 'id-token'] as const;

const commands = ['curl', 'curl-env', 'curl-cmd', 'curl-powershell', 'httpie', 'wget'] as const;

const programs = ['fetch', 'axios', 'python', 'go'] as const;

const groups: readonly { readonly label: string; readonly formats: readonly CopyFormat[] }[] = [
  { label: words.copying.tokens, formats: tokens },
  {
    label: words.copying.commands,
    formats: commands,
  },
  { label: words.copying.programs, formats: programs },
  { label: words.copying.files, formats: ['env', 'http-file', 'json'] },
];

/** Everything of a session that can be copied, as groups of a menu. */
export function CopyItems({ session }: { readonly session: SessionView }) {
  return groups.map(({ label, formats }) => {
    const there = formats.filter((format) => isThere(session, format));
    if (there.length === 0) return null;
    return (
      <MenuGroup key={label} label={label}>
        {there.map((format) => (
          <CopyItem key={format} session={session} format={format} />
        ))}
      </MenuGroup>
    );
  });
}

/** What is copied most, for a menu that holds much else. */
export function FewCopyItems({ session }: { readonly session: SessionView }) {
  const last = useSnapshot(({ settings }) => settings.copyFormat);
  const few = [...new Set<CopyFormat>(['header', 'access-token', 'curl', 'curl-env', last, 'refresh-token'])];
  return few
    .filter((format) => isThere(session, format))
    .map((format) => <CopyItem key={format} session={session} format={format} />);
}

/** The languages in which a request can be written. */
export function CopyRequestItems({ onChoose }: { readonly onChoose: (format: CopyFormat) => void }) {
  return [...commands, ...programs, 'http-file' as const].map((format) => {
    const hint = words.copying.hints[format];
    return (
      <MenuItem key={format} {...(hint !== undefined && { hint })} onChoose={() => onChoose(format)}>
        {words.copying.items[format]}
      </MenuItem>
    );
  });
}

function CopyItem({ session, format }: { readonly session: SessionView; readonly format: CopyFormat }) {
  const last = useSnapshot(({ settings }) => settings.copyFormat);
  const key = format === last ? shortcut('Shift C') : words.copying.hints[format];
  const hint = format === 'header' ? shortcut('C') : key;
  return (
    <MenuItem {...(hint !== undefined && { hint })} onChoose={() => chooseCopy(session.profileId, format)}>
      {words.copying.items[format]}
    </MenuItem>
  );
}

/** True where the session has what the format needs. */
export function isThere({ access, refreshToken, hasIdToken }: SessionView, format: CopyFormat): boolean {
  if (format === 'refresh-token') return refreshToken !== null;
  return format === 'id-token' ? hasIdToken === true : access !== null;
}
