import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Command } from '../palette/command.ts';
import { isAlive } from '../state/session-words.ts';
import { words } from '../words/words.ts';
import { leavePicker } from './leave-picker.ts';

/** Every session as a command that copies its header, or where there is none to copy, leads to its sign-in. */
export function pickerCommands(
  { sessions, servers }: Snapshot,
  now: number,
  copy: (profileId: string, name: string) => void,
): readonly Command[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  return sessions.map((session) => {
    const { profileId, name, identity } = session;
    const server = byId.get(session.serverId);
    const alive = isAlive(session, now);
    return {
      id: profileId,
      label: name,
      words: [server?.name ?? ''],
      also: [identity?.who ?? '', server?.address ?? ''],
      of: { session, serverName: server?.name ?? '' },
      verb: alive ? words.picker.copyHeader : words.picker.signIn,
      run: () => (alive ? copy(profileId, name) : leavePicker({ to: 'sign-in', profileId })),
      second: {
        label: words.picker.openInLanyard,
        run: () => leavePicker({ to: 'session', profileId }),
      },
    };
  });
}
