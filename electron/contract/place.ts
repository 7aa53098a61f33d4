import { z } from 'zod';

/** A place in the window that main can lead to: from the tray, a notification, or another window. */
export const placeSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('wall') }),
  z.object({ to: z.literal('session'), profileId: z.string() }),
  z.object({ to: z.literal('sign-in'), profileId: z.string() }),
  z.object({ to: z.literal('add-server') }),
  z.object({ to: z.literal('settings') }),
]);
export type Place = z.infer<typeof placeSchema>;
