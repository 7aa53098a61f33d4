import { copying } from './copying.ts';
import { demo } from './demo.ts';
import { emptyWall } from './empty-wall.ts';
import { undo } from './undo.ts';

/** The window in English, a file per screen or part of one. */
export const english = {
  copying,
  demo,
  emptyWall,
  undo,
} as const;
