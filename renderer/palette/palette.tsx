import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { clockNow } from '../state/clock.ts';
import { showLayer } from '../state/quick-layer.ts';
import { markUsed, useRecent } from '../state/recent.ts';
import { useKinds, useSnapshot } from '../state/snapshot.ts';
import { currentWallView } from '../state/wall-view.ts';
import { words } from '../words/words.ts';
import type { Command } from './command.ts';
import { CommandList } from './command-list.tsx';
import styles from './palette.module.css';
import { PaletteFrame } from './palette-frame.tsx';
import { sessionCommands } from './session-commands.ts';
import { windowCommands } from './window-commands.ts';

/** The command palette above any screen: sessions, and everything that can be done now. */
export function Palette() {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const snapshot = useSnapshot();
  const kinds = useKinds();
  const recent = useRecent();
  const commands = useMemo(() => {
    const endNote = (kindId: string) => kinds.find(({ id }) => id === kindId)?.notes.end;
    return [...sessionCommands(snapshot, endNote, clockNow()), ...windowCommands(snapshot)];
  }, [snapshot, kinds]);
  const opened = openedId === null ? undefined : commands.find(({ id }) => id === openedId);

  const hasRun = useRef(false);

  function close(): void {
    showLayer(null);
  }

  function run({ id }: Command, act: () => void): void {
    hasRun.current = true;
    markUsed(opened?.id ?? id);
    // At once, so that the focus goes on to what is there then.
    flushSync(() => {
      showLayer(null);
      act();
    });
  }

  return (
    <PaletteFrame
      title={words.palette.title}
      onClose={(isEscape) => {
        if (isEscape && opened !== undefined) setOpenedId(null);
        else close();
      }}
      finalFocus={() => (hasRun.current ? openRow() : null)}
    >
      {opened === undefined ? (
        <CommandList
          key="all"
          label={words.palette.placeholder}
          placeholder={words.palette.placeholder}
          commands={commands}
          recent={recent}
          onRun={run}
          onMore={({ id }) => setOpenedId(id)}
        />
      ) : (
        <Actions key={opened.id} opened={opened} onRun={run} onBack={() => setOpenedId(null)} />
      )}
    </PaletteFrame>
  );
}

const nothingUsed: readonly string[] = [];

/** The second level: all that can be done with one session. */
function Actions({
  opened,
  onRun,
  onBack,
}: {
  readonly opened: Command;
  readonly onRun: (command: Command, run: () => void) => void;
  readonly onBack: () => void;
}) {
  const actions = useMemo(() => opened.more?.() ?? [], [opened]);
  return (
    <CommandList
      label={words.palette.findAction(opened.label)}
      placeholder={words.palette.findAction(opened.label)}
      commands={actions}
      recent={nothingUsed}
      onRun={onRun}
      onBack={onBack}
    >
      <p className={`${styles.about} truncate`}>
        {words.palette.actionsOf(opened.label, opened.of?.serverName ?? '')}
      </p>
    </CommandList>
  );
}

/** The row of the session whose pane is open: where the focus goes on once one was gone to. */
function openRow(): HTMLElement | null {
  const { profileId } = currentWallView();
  return profileId === null
    ? null
    : document.querySelector<HTMLElement>(`[data-profile="${CSS.escape(profileId)}"]`);
}
