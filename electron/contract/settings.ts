import { z } from 'zod';
import { copyFormats } from './copy-formats.ts';
import { stripHours } from './default-settings.ts';

/** Orders of the wall; `own` is the one that was dragged together. */
const wallOrders = ['dies-next', 'name', 'server', 'own'] as const;

/** What the user chose for Lanyard as a whole. Nothing in it is secret. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  /** Percent of the usual size of everything in the window. */
  zoomPercent: z.number().int().min(80).max(200),
  /** Seconds until a copied secret is cleared from the clipboard; 0 leaves it to the user. */
  clipboardSeconds: z.number().int().min(0).max(600),
  /** What the key that copies again copies: the format that was chosen last. */
  copyFormat: z.enum(copyFormats),
  /** Seconds a revealed token stays on screen. */
  revealSeconds: z.number().int().min(5).max(120),
  /** Minutes before the end at which a session that cannot be refreshed is announced. */
  warnMinutes: z.number().int().min(1).max(60),
  /** Whether the system announces what needs the user. */
  notify: z.boolean(),
  /** Epoch ms until which nothing is announced; 0 is not at all. */
  quietUntil: z.number().min(0),
  /** Whether closing the window leaves Lanyard in the tray, where there is one. */
  closeToTray: z.boolean(),
  /** An accelerator as Electron writes it, which opens the picker over any program; empty is none. */
  pickerShortcut: z.string().max(100),
  wallOrder: z.enum(wallOrders),
  stripHours: z.literal(stripHours),
  /** Minutes without a key or a mouse moved anywhere on the computer, after which Lanyard locks; 0 is never. */
  lockAfterMinutes: z.number().int().min(0).max(1440),
  lockWithScreen: z.boolean(),
  lockAtSuspend: z.boolean(),
  /** Whether sessions are kept alive while Lanyard is locked; else the keys are dropped. */
  refreshWhileLocked: z.boolean(),
  /** Whether the locked window shows names and countdowns. */
  lockedCountdowns: z.boolean(),
  /** Whether the page where newer Lanyards are published is asked for one; until then it is never called. */
  lookForUpdates: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
