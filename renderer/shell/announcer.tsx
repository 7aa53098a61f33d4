import { useEffect, useRef, useState } from 'react';
import { useAnnouncement } from '../state/announcement.ts';
import { nextAnnouncement } from '../state/changes-in-words.ts';
import { useClock } from '../state/clock.ts';
import { countdownWords, passedLimits } from '../state/countdown-words.ts';
import { useSnapshot } from '../state/snapshot.ts';

/** Says what has changed to those who do not see it. The one live region of the window. */
export function Announcer() {
  const snapshot = useSnapshot();
  const last = useRef(snapshot);
  const [words, setWords] = useState('');
  useEffect(() => {
    const before = last.current;
    last.current = snapshot;
    setWords((words) => nextAnnouncement(words, before, snapshot));
  }, [snapshot]);
  const announcement = useAnnouncement();
  useEffect(() => setWords(announcement.words), [announcement]);
  const passed = useClock((now) =>
    snapshot.vault.status === 'open' || snapshot.vault.status === 'memory'
      ? passedLimits(snapshot.sessions, snapshot.settings.warnMinutes, now)
      : '',
  );
  const said = useRef(passed);
  useEffect(() => {
    const soon = countdownWords(said.current, passed, last.current);
    said.current = passed;
    if (soon !== '') setWords(soon);
  }, [passed]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}
