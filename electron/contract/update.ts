import { z } from 'zod';

/** Why this Lanyard cannot replace itself by a newer one. */
const updateObstacles = [
  /** It runs from its source. */
  'source',
  /** It was built without a page to ask, or without a key to check answers with. */
  'no-key',
  /** The system's package manager put it there. */
  'package',
  'portable',
  /** It was unpacked by hand. */
  'archive',
] as const;
export type UpdateObstacle = (typeof updateObstacles)[number];

/** Why a look for an update came to nothing: nobody answered, what is there is not the maintainers', or it did not arrive whole. */
const updateFaults = ['unreachable', 'not-signed', 'broken'] as const;
export type UpdateFault = (typeof updateFaults)[number];

/** What is known of a newer Lanyard. */
export const updateViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('cannot'), why: z.enum(updateObstacles) }),
  /** The user has not asked for it, so nobody is asked. */
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('looking') }),
  z.object({ state: z.literal('newest'), lookedAt: z.number() }),
  z.object({ state: z.literal('fetching'), version: z.string() }),
  /** It is here, and takes this one's place when that ends. */
  z.object({ state: z.literal('ready'), version: z.string() }),
  z.object({ state: z.literal('failed'), lookedAt: z.number(), why: z.enum(updateFaults) }),
]);
export type UpdateView = z.infer<typeof updateViewSchema>;
