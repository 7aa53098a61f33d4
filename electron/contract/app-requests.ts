import { z } from 'zod';
import { none, nothing } from './request-parts.ts';
import { kindViewSchema } from './server.ts';
import { settingsSchema } from './settings.ts';
import { snapshotSchema } from './snapshot.ts';

const appInfo = z.object({ version: z.string(), electron: z.string(), platform: z.string() });

/** What the window asks about Lanyard itself, and sets. */
export const appRequests = {
  'app.info': { input: none, output: appInfo },
  /** Whether the desktop shows Lanyard's icon in a tray now; many on Linux have none. */
  'app.hasTray': { input: none, output: z.boolean() },
  'app.kinds': { input: none, output: z.array(kindViewSchema) },
  'app.snapshot': { input: none, output: snapshotSchema },

  /** Says that the window has its first snapshot and listens to `go`. */
  'window.ready': { input: none, output: nothing },
  'window.control': {
    input: z.object({ action: z.enum(['minimize', 'maximize', 'close']) }),
    output: nothing,
  },

  'clipboard.clear': { input: none, output: nothing },

  /** All settings but the picker's keys, which have to be free. */
  'settings.update': { input: settingsSchema.omit({ pickerShortcut: true }).partial(), output: nothing },

  /** Asks for a newer Lanyard now, where the settings allow it. */
  'update.look': { input: none, output: nothing },
  /** Ends Lanyard as if the user had quit; a newer one that was fetched takes its place. */
  'update.quit': { input: none, output: nothing },
} as const;
