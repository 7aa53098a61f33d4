import { useMemo } from 'react';
import { byId } from '../../electron/contract/by-id.ts';
import { CommandList } from '../palette/command-list.tsx';
import { PaletteFrame } from '../palette/palette-frame.tsx';
import { useSnapshot } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { isComparable } from './comparable.ts';

const text = words.compare;
const nothingUsed: readonly string[] = [];

/** Finds the session to compare with, by its name, its server or who it is. */
export function ChooseSession({
  title,
  except,
  onChoose,
  onClose,
}: {
  readonly title: string;
  /** The profile that is compared. */
  readonly except?: string;
  readonly onChoose: (profileId: string) => void;
  readonly onClose: () => void;
}) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const choices = useMemo(
    () =>
      sessions
        .filter((session) => session.profileId !== except && isComparable(session))
        .map((session) => {
          const { profileId, name, identity } = session;
          const server = byId(servers).get(session.serverId);
          const serverName = server?.name ?? '';
          return {
            id: `compare:${profileId}`,
            label: name,
            words: [serverName],
            also: [identity?.who ?? '', server?.address ?? ''],
            of: { session, serverName },
            verb: text.compare,
            run: () => onChoose(profileId),
          };
        }),
    [sessions, servers, except, onChoose],
  );
  return (
    <PaletteFrame title={title} onClose={onClose}>
      <CommandList
        label={text.choose}
        placeholder={text.choose}
        commands={choices}
        recent={nothingUsed}
        none={text.noOther}
        onRun={(_, run) => run()}
      />
    </PaletteFrame>
  );
}
