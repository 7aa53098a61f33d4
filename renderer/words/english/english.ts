import { copying } from './copying.ts';
import { demo } from './demo.ts';
import { emptyWall } from './empty-wall.ts';
import { palette } from './palette.ts';
import { shortcuts } from './shortcuts.ts';
import { undo } from './undo.ts';

/** The window in English, a file per screen or part of one. */
export const english = {
  copying,
  demo,
  emptyWall,
  palette,
  shortcuts,
  undo,
} as const;
