import { CSPProvider } from '@base-ui/react/csp-provider';
import { LucideProvider } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Place } from '../../electron/contract/place.ts';
import { ask, asProblem } from '../bridge.ts';
import type { Command } from '../palette/command.ts';
import { CommandList } from '../palette/command-list.tsx';
import { clockNow } from '../state/clock.ts';
import { formatSpan } from '../state/format-duration.ts';
import { problemText } from '../state/problem-text.ts';
import { markUsed, useRecent } from '../state/recent.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { useLook } from '../state/use-look.ts';
import { words } from '../words/words.ts';
import { beginAnew, leavePicker, useRound } from './leave-picker.ts';
import styles from './picker.module.css';
import { pickerCommands } from './picker-commands.ts';
import { PickerNotice, type PickerNoticeProps } from './picker-notice.tsx';

const text = words.picker;

/** The page of the small window: a session is picked, and its header copied. */
export function Picker() {
  useLook();
  useLeaving();
  const round = useRound();
  return (
    <CSPProvider disableStyleElements>
      <LucideProvider size={15} strokeWidth={1.4} absoluteStrokeWidth>
        <main className={styles.picker}>
          <h1 className="visually-hidden">{text.title}</h1>
          <Round key={round} />
        </main>
      </LucideProvider>
    </CSPProvider>
  );
}

/** One time that it is shown, from an empty field to a copy. */
function Round() {
  const snapshot = useSnapshot();
  const recent = useRecent();
  const [notice, setNotice] = useState<PickerNoticeProps | null>(null);
  const { status } = snapshot.vault;

  const commands = useMemo(() => {
    async function copy(profileId: string, name: string): Promise<void> {
      const place: Place = { to: 'session', profileId };
      const refuse = (reason: string) =>
        setNotice({ title: text.nothingCopied, text: reason, label: text.openInLanyard, place });
      try {
        const ending = await ask('session.copy', { profileId, format: 'header' });
        if (ending) refuse(text.ending(name, formatSpan(ending.endsAt - clockNow())));
        else leavePicker();
      } catch (thrown) {
        const { title, advice } = problemText(asProblem(thrown));
        refuse(`${title} ${advice ?? ''}`.trim());
      }
    }
    return pickerCommands(snapshot, clockNow(), (id, name) => void copy(id, name));
  }, [snapshot]);

  if (notice !== null) return <PickerNotice {...notice} />;
  const wall: Place = { to: 'wall' };
  if (status === 'locked') {
    return <PickerNotice title={text.locked} text={text.lockedText} label={text.openLanyard} place={wall} />;
  }
  if (status !== 'open' && status !== 'memory') {
    return (
      <PickerNotice title={text.notOpen} text={text.notOpenText} label={text.openLanyard} place={wall} />
    );
  }
  if (commands.length === 0) {
    return (
      <PickerNotice
        title={text.noSessions}
        text={text.noSessionsText}
        label={text.openLanyard}
        place={wall}
      />
    );
  }

  function run({ id }: Command, act: () => void): void {
    markUsed(id);
    act();
  }

  return (
    <CommandList
      label={text.placeholder}
      placeholder={text.placeholder}
      commands={commands}
      recent={recent}
      onRun={run}
    />
  );
}

/** Escape closes the picker; one that is hidden for another reason begins anew too. */
function useLeaving(): void {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') leavePicker();
    };
    const onVisibility = (): void => {
      if (document.hidden) beginAnew();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);
}
