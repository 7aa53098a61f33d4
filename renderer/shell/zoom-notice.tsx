import { useEffect, useRef, useState } from 'react';
import { useSnapshot } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { useZoom } from './use-zoom.ts';
import styles from './zoom-notice.module.css';

/** Long enough to be read, and short enough not to stand in the way. */
const shownMs = 1500;

/** Says for a moment how large everything is now, once that has changed. */
export function ZoomNotice() {
  useZoom();
  const percent = useSnapshot(({ settings }) => settings.zoomPercent);
  const last = useRef(percent);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (last.current === percent) return;
    last.current = percent;
    setShown(true);
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, [percent]);

  return (
    <div className={styles.place} aria-live="polite">
      {isShown && <p className={styles.notice}>{words.looks.zoomedTo(percent)}</p>}
    </div>
  );
}
