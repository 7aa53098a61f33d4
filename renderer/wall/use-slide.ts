import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { PlacedRow } from './wall-layout.ts';

/** As long as a pane takes to open. */
const slideMs = 220;
/** From farther away a row would fly past everything. */
const farthestPx = 400;

/** Lets rows that change their place slide there, also to another group; neither scrolling nor another view moves anything. */
export function useSlide(
  rows: ReadonlyMap<string, PlacedRow>,
  list: RefObject<HTMLElement | null>,
  view: string,
): void {
  const before = useRef({ rows, view });
  useLayoutEffect(() => {
    const last = before.current.rows;
    const isOther = before.current.view !== view;
    before.current = { rows, view };
    if (last === rows || isOther || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const button of list.current?.querySelectorAll<HTMLElement>('[data-profile]') ?? []) {
      const id = button.dataset.profile ?? '';
      const [was, is] = [last.get(id)?.top, rows.get(id)?.top];
      if (was === undefined || is === undefined || was === is) continue;
      const by = Math.max(-farthestPx, Math.min(farthestPx, was - is));
      button.closest('li')?.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
        duration: slideMs,
        easing: 'ease-out',
      });
    }
  }, [rows, list, view]);
}
