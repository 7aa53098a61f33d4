import { z } from 'zod';

/** How many of each there were; `kept` are profiles that stayed as they are here, `otherOrigins` where the added servers lead besides their own addresses. */
export const importResultSchema = z.object({
  servers: z.int(),
  added: z.int(),
  replaced: z.int(),
  kept: z.int(),
  otherOrigins: z.array(z.string()),
});
export type ImportResult = z.infer<typeof importResultSchema>;
