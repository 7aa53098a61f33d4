import { z } from 'zod';

/** A token with less life than this is over before it has been pasted and sent. */
export const LITTLE_LIFE_MS = 30_000;

/** Null where it was copied; else nothing was, because so little is left of the token. `endsAt` is epoch ms. */
export const copyResultSchema = z.object({ endsAt: z.number() }).nullable();
export type CopyResult = z.infer<typeof copyResultSchema>;

/** What came of copying the headers of several: `tokenless` had none that lives, and `ending` of those copied are all but over. */
export const copiedHeadersSchema = z.object({ copied: z.int(), tokenless: z.int(), ending: z.int() });
export type CopiedHeaders = z.infer<typeof copiedHeadersSchema>;
