import type { RequestName } from './ipc.ts';

const asked: readonly RequestName[] = [
  'app.info',
  'app.kinds',
  'app.snapshot',
  'session.copy',
  'picker.close',
  'picker.goTo',
];

/** All that the picker may ask of main: to see what there is, to copy, and to go. */
export const askedByPicker: ReadonlySet<unknown> = new Set(asked);
