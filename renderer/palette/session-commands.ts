import { copyFormats, restsOnAccessToken } from '../../electron/contract/copy-formats.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { ask } from '../bridge.ts';
import { isComparable } from '../compare/comparable.ts';
import { isThere } from '../session/copy-items.tsx';
import { attempt } from '../state/attempt.ts';
import { chooseCopy, copyAs } from '../state/copying.ts';
import { goTo } from '../state/go.ts';
import { openDialog } from '../state/overlay.ts';
import { toggleFavourite } from '../state/own-order.ts';
import { keepAlive, keepLabel, signIn } from '../state/session-actions.ts';
import { isAlive } from '../state/session-words.ts';
import { keysOf } from '../state/shortcuts.ts';
import { signOut } from '../state/sign-out.ts';
import { wishTryIt } from '../state/try-it-wish.ts';
import { words } from '../words/words.ts';
import type { Command } from './command.ts';

/** Every session as a command that goes to it, with all that can be done with it now one level below. */
export function sessionCommands(
  { sessions, servers, settings }: Snapshot,
  endNote: (kindId: string) => string | undefined,
  now: number,
): readonly Command[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  return sessions.map((session) => {
    const { profileId, name, identity } = session;
    const server = byId.get(session.serverId);
    const serverName = server?.name ?? '';
    const note = server === undefined ? undefined : endNote(server.kindId);
    const second = isAlive(session, now)
      ? { label: words.palette.copyHeader, run: () => copyAs(profileId, 'header') }
      : { label: words.palette.signIn, run: () => signIn(session) };
    return {
      id: `session:${profileId}`,
      label: name,
      words: [serverName],
      also: [identity?.who ?? '', server?.address ?? ''],
      of: { session, serverName },
      verb: words.palette.open,
      run: () => goTo({ to: 'session', profileId }),
      second,
      more: () => sessionActions(session, serverName, note, settings.copyFormat, now),
    };
  });
}

function sessionActions(
  session: SessionView,
  serverName: string,
  note: string | undefined,
  lastFormat: Snapshot['settings']['copyFormat'],
  now: number,
): readonly Command[] {
  const { profileId, name, state, keptBy } = session;
  const text = words.palette;
  const out = state === 'signed-out' || state === 'signing-in';
  const alive = isAlive(session, now);
  const shared = { also: [name, serverName] };
  const can = (format: (typeof copyFormats)[number]): boolean =>
    isThere(session, format) && (alive || !restsOnAccessToken(format));
  const act = (id: string, label: string, run: () => void, more: Partial<Command> = {}): Command => ({
    id: `${id}:${profileId}`,
    label,
    run,
    ...shared,
    ...more,
  });
  return [
    act('go', text.goTo, () => goTo({ to: 'session', profileId })),
    ...(alive
      ? [
          act('copy-header', text.copyHeader, () => copyAs(profileId, 'header'), {
            keys: keysOf('copyHeader'),
          }),
        ]
      : []),
    ...(can(lastFormat) && lastFormat !== 'header'
      ? [
          act(
            'copy-last',
            text.copyLast(words.copying.items[lastFormat]),
            () => copyAs(profileId, lastFormat),
            {
              keys: keysOf('copyLast'),
            },
          ),
        ]
      : []),
    ...(!out && keptBy !== 'nothing'
      ? [act('refresh', keepLabel(session), () => keepAlive(session), { keys: keysOf('refresh') })]
      : []),
    ...copyFormats
      .filter((format) => format !== 'header' && format !== lastFormat && can(format))
      .map((format) =>
        act(`copy-${format}`, text.copy(words.copying.items[format]), () => chooseCopy(profileId, format)),
      ),
    ...(session.access === null
      ? []
      : [
          act(
            'try-it',
            text.tryIt,
            () => {
              goTo({ to: 'session', profileId });
              wishTryIt(profileId);
            },
            { words: text.tryItWords },
          ),
        ]),
    act('sign-in', out || state === 'needs-sign-in' ? text.signIn : text.signInAgain, () => signIn(session), {
      words: text.signInWords,
    }),
    ...(out
      ? []
      : [act('sign-out', text.signOut, () => void signOut(session, note), { words: text.signOutWords })]),
    act('rename', text.rename, () => openDialog({ kind: 'rename', profileId }), { keys: keysOf('rename') }),
    ...(isComparable(session)
      ? [
          act('compare', words.compare.with, () => openDialog({ kind: 'compare', profileId }), {
            words: words.compare.withWords,
          }),
        ]
      : []),
    ...(session.replacedBy === undefined
      ? []
      : [
          act(
            'compare-before',
            words.compare.withBefore[session.replacedBy],
            () => openDialog({ kind: 'compare-before', profileId }),
            { words: words.compare.withWords },
          ),
        ]),
    act('tags', words.order.tags, () => openDialog({ kind: 'tags', profileIds: [profileId] }), {
      words: text.tagsWords,
    }),
    act(
      'favourite',
      session.favourite ? words.order.noFavourite : words.order.makeFavourite,
      () => toggleFavourite([profileId]),
      { words: text.favouriteWords, keys: 'F' },
    ),
    act('duplicate', text.duplicate, () => attempt(() => ask('profile.duplicate', { profileId }))),
    act('profile-settings', text.profileSettings, () => openDialog({ kind: 'profile-settings', profileId })),
    act('delete', text.delete, () => openDialog({ kind: 'confirm-remove-profile', profileId }), {
      keys: keysOf('remove'),
      words: text.deleteWords,
    }),
  ];
}
