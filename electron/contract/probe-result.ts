import { z } from 'zod';
import { findingSchema, serverSketchSchema } from './explanation.ts';

/** What a live probe of an address found. No credentials are sent while looking. */
export const probeResultSchema = z.object({
  /** The address as it will be used: scheme added, slash at the end removed. */
  address: z.string(),
  answered: z.boolean(),
  elapsedMs: z.number(),
  tls: z.enum(['valid', 'plain', 'refused', 'unknown']),
  /** The kinds that recognised the server, best first. */
  matches: z.array(
    z.object({
      kindId: z.string(),
      /** True when the server said what it is; false for a guess from its shape. */
      certain: z.boolean(),
      suggestedName: z.string(),
      settings: z.record(z.string(), z.string()),
      acceptedLogins: z.array(z.string()),
      facts: z.array(z.string()),
      /** What speaks for this kind, and what the server's own documentation says otherwise. */
      evidence: z.array(findingSchema),
    }),
  ),
  /** What its OpenAPI document describes, where no kind is certain. */
  sketch: serverSketchSchema.nullable(),
  requests: z.number().int(),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;
