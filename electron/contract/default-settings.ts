import type { Settings } from './settings.ts';

/** Hours ahead that the strip above the wall can show. */
export const stripHours = [1, 6, 24] as const;
export type StripHours = (typeof stripHours)[number];

/** What holds until the user chooses. */
export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  zoomPercent: 100,
  clipboardSeconds: 45,
  copyFormat: 'curl',
  revealSeconds: 20,
  warnMinutes: 5,
  notify: true,
  quietUntil: 0,
  closeToTray: false,
  pickerShortcut: '',
  wallOrder: 'dies-next',
  stripHours: 1,
  lockAfterMinutes: 0,
  lockWithScreen: false,
  lockAtSuspend: false,
  refreshWhileLocked: false,
  lockedCountdowns: false,
  lookForUpdates: false,
};
