import { useEffect } from 'react';
import { isShortcut } from '../state/shortcut.ts';
import { zoom, zoomMoveOf } from '../state/zoom.ts';

/** One notch of a usual wheel; a touchpad sends many small parts of it. */
const notchPx = 100;

/** Lets the keys and the wheel that browsers have for it make the window larger and smaller, wherever the focus is. */
export function useZoom(): void {
  useEffect(() => {
    let turned = 0;
    function onKeyDown(event: KeyboardEvent): void {
      const move = isShortcut(event) ? zoomMoveOf(event.key) : null;
      if (move === null) return;
      event.preventDefault();
      zoom(move);
    }
    function onWheel(event: WheelEvent): void {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < notchPx) return;
      zoom(turned < 0 ? 'in' : 'out');
      turned = 0;
    }
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('wheel', onWheel);
    };
  }, []);
}
