import { copying } from './copying.ts';
import { emptyWall } from './empty-wall.ts';

/** The window in English, a file per screen or part of one. */
export const english = { copying, emptyWall } as const;
