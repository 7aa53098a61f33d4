import { z } from 'zod';
import { problemSchema } from './problem.ts';

/** What became of a session at its server. */
export const logoutResultSchema = z.object({
  ended: z.enum(['revoked', 'logged-out', 'unsupported']),
  /** True when a later call with the token was refused; null where there is no way to ask. */
  proved: z.boolean().nullable(),
  problem: problemSchema.nullable(),
});

/** Sessions that were to be ended at their server and were not, and what kept them from it. */
export const unendedSchema = z.object({
  unended: z.array(z.object({ name: z.string(), problem: problemSchema })),
});

export const logoutOutcomeSchema = logoutResultSchema.extend({
  profileId: z.string(),
  /** False where the tokens are still here, because the server could not be told; `problem` says why. */
  forgotten: z.boolean(),
});
export type LogoutOutcome = z.infer<typeof logoutOutcomeSchema>;
