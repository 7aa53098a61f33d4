import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useScreen } from '../state/overlay.ts';

/** Takes view and focus to the section that the settings were opened for; `prepare` has all sections be shown. */
export function useGoneTo(panel: RefObject<HTMLElement | null>, prepare: () => void): void {
  const screen = useScreen();
  const ready = useEffectEvent(prepare);
  useEffect(() => {
    const heading = screen.view === 'settings' ? screen.section : undefined;
    if (heading === undefined) return;
    ready();
    // After whoever led here has given the focus back.
    const frame = requestAnimationFrame(() => {
      const section = panel.current?.querySelector<HTMLElement>(
        `section[aria-label="${CSS.escape(heading)}"]`,
      );
      const control = section?.querySelector<HTMLElement>('button, input, [tabindex]');
      section?.scrollIntoView({ block: 'start' });
      (control ?? section)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [screen, panel]);
}
