import { z } from 'zod';

/** Something that was deleted and can be put back for a little while. Tells what it was, and nothing of what is kept of it. */
export const removalViewSchema = z.object({
  removalId: z.string(),
  what: z.enum(['profiles', 'servers', 'kind']),
  /** What the first of them was called. */
  name: z.string(),
  servers: z.int(),
  profiles: z.int(),
  /** How many of the profiles lost their session by it, and come back signed out. */
  signedOut: z.int(),
  /** When it is forgotten for good, epoch ms. */
  forgottenAt: z.number(),
});
export type RemovalView = z.infer<typeof removalViewSchema>;
