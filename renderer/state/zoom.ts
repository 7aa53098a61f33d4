import { ask } from '../bridge.ts';
import { attempt } from './attempt.ts';
import { currentSnapshot } from './snapshot.ts';

/** Percent of the usual size, as browsers step through them, between what a small window and poor eyes need. */
export const zoomSteps: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

export type ZoomMove = 'in' | 'out' | 'reset';

/** The step that a move leads to from any size; the last one leads to itself. */
export function zoomAfter(percent: number, move: ZoomMove): number {
  if (move === 'reset') return 100;
  if (move === 'in') return zoomSteps.find((step) => step > percent) ?? percent;
  return [...zoomSteps].reverse().find((step) => step < percent) ?? percent;
}

/** What a key asks for, pressed together with the one that shortcuts begin with; on the number pad too. */
export function zoomMoveOf(key: string): ZoomMove | null {
  if (key === '+' || key === '=') return 'in';
  if (key === '-' || key === '_') return 'out';
  return key === '0' ? 'reset' : null;
}

/** Makes everything in the window larger or smaller, and keeps it so. */
export function zoom(move: ZoomMove): void {
  const { zoomPercent } = currentSnapshot().settings;
  const next = zoomAfter(zoomPercent, move);
  if (next !== zoomPercent) attempt(() => ask('settings.update', { zoomPercent: next }));
}
