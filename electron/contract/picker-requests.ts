import { z } from 'zod';
import { placeSchema } from './place.ts';
import { none, nothing } from './request-parts.ts';

/** Requests about the picker and its keys. */
export const pickerRequests = {
  /** `isHeard` is false where keys are kept that could not be taken; on Wayland they may not reach Lanyard at all. */
  'picker.about': { input: none, output: z.object({ isHeard: z.boolean(), isWayland: z.boolean() }) },
  /** Takes other keys for the picker, or none; `isTaken` where they belong to somebody else, and then nothing is changed. */
  'picker.setShortcut': {
    // Chromium prints what else it is given.
    input: z.object({
      accelerator: z
        .string()
        .max(100)
        .regex(/^[!-~]*$/),
    }),
    output: z.object({ isTaken: z.boolean() }),
  },
  'picker.close': { input: none, output: nothing },
  /** Closes the picker and leads the main window to a place. */
  'picker.goTo': { input: placeSchema, output: nothing },
} as const;
