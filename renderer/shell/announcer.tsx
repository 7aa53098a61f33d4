import { useEffect, useRef, useState } from 'react';
import { useAnnouncement } from '../state/announcement.ts';
import { nextAnnouncement } from '../state/changes-in-words.ts';
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
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}
