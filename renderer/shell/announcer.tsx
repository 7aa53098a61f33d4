import { useEffect, useRef, useState } from 'react';
import { changesInWords } from '../state/changes-in-words.ts';
import { useSnapshot } from '../state/snapshot.ts';

/** Says what has changed to those who do not see it. The one live region of the window. */
export function Announcer() {
  const snapshot = useSnapshot();
  const last = useRef(snapshot);
  const [words, setWords] = useState('');
  useEffect(() => {
    const changes = changesInWords(last.current, snapshot);
    last.current = snapshot;
    if (changes.length > 0) setWords(changes.join(' '));
  }, [snapshot]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}
