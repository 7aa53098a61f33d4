import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { ask } from '../bridge.ts';
import { sectionPlaces } from '../settings/section-places.ts';
import { attempt } from '../state/attempt.ts';
import { goTo } from '../state/go.ts';
import { openDialog, showScreen, showWall } from '../state/overlay.ts';
import { showLayer } from '../state/quick-layer.ts';
import { isRevocable } from '../state/revoke-all.ts';
import { keysOf } from '../state/shortcuts.ts';
import { showServer } from '../state/wall-view.ts';
import { words } from '../words/words.ts';
import type { Command } from './command.ts';

/** What can be done with the window and the vault as a whole, and with each server. A further screen adds its line here. */
export function windowCommands({ vault, servers, sessions, clipboard }: Snapshot): readonly Command[] {
  const text = words.palette;
  return [
    {
      id: 'add-server',
      label: text.addServer,
      words: text.addServerWords,
      keys: keysOf('addServer'),
      run: () => goTo({ to: 'add-server' }),
    },
    {
      id: 'all-sessions',
      label: text.allSessions,
      words: text.allSessionsWords,
      run: () => {
        showServer(null);
        showWall();
      },
    },
    {
      id: 'settings',
      label: text.settings,
      words: text.settingsWords,
      keys: keysOf('settings'),
      run: () => goTo({ to: 'settings' }),
    },
    ...sectionPlaces.map(({ heading, keywords, settings }) => ({
      id: `settings:${heading}`,
      label: text.settingsSection(heading),
      words: keywords.split(' '),
      also: settings,
      run: () => showScreen({ view: 'settings' as const, section: heading }),
    })),
    ...(vault.status === 'open'
      ? [
          {
            id: 'lock',
            label: text.lock,
            words: text.lockWords,
            keys: keysOf('lock'),
            run: () => attempt(() => ask('vault.lock')),
          },
        ]
      : []),
    ...(clipboard === null
      ? []
      : [
          {
            id: 'clear-clipboard',
            label: text.clearClipboard,
            words: text.clearClipboardWords,
            run: () => attempt(() => ask('clipboard.clear')),
          },
        ]),
    {
      id: 'shortcuts',
      label: text.shortcuts,
      words: text.shortcutsWords,
      keys: keysOf('help'),
      run: () => showLayer('shortcuts'),
    },
    ...(sessions.some(isRevocable)
      ? [
          {
            id: 'revoke-all',
            label: text.revokeAll,
            words: text.revokeAllWords,
            run: () => openDialog({ kind: 'revoke-all' }),
          },
        ]
      : []),
    ...servers.flatMap(({ id, name, address }) => [
      {
        id: `server:${id}`,
        label: text.showServer(name),
        also: [address],
        run: () => {
          showServer(id);
          showWall();
        },
      },
      {
        id: `add-profile:${id}`,
        label: text.signInTo(name),
        words: text.signInToWords,
        also: [address],
        run: () => openDialog({ kind: 'sign-in' as const, serverId: id }),
      },
    ]),
  ];
}
