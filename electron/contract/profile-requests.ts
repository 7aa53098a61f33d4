import { z } from 'zod';
import { unendedSchema } from './logout-result.ts';
import { problemSchema } from './problem.ts';
import { beforeId, id, many, nothing, profile } from './request-parts.ts';
import { tagsSchema } from './tags.ts';

const removal = z.object({ removalId: id });

/** Requests about profiles, and about what was deleted. */
export const profileRequests = {
  'profile.rename': { input: profile.extend({ name: z.string().trim().min(1).max(200) }), output: nothing },
  /** A second profile with the same login and none of the tokens. */
  'profile.duplicate': { input: profile, output: profile },
  /** With `endAtServer` the session is ended there first; `problem` is what kept the server from being told, and the profile is gone all the same. */
  'profile.remove': {
    input: profile.extend({ endAtServer: z.boolean().optional() }),
    output: z.object({ problem: problemSchema.nullable() }),
  },

  /** Puts back what was deleted, sessions as they were. `too-late` once main has forgotten it. */
  'removal.undo': { input: removal, output: nothing },
  /** Forgets at once what a deletion could be undone with. */
  'removal.forget': { input: removal, output: nothing },

  /** `lifetimeMinutes` is used where the server names no lifetime; `forgetPassword` drops what was remembered. */
  'profile.update': {
    input: profile.extend({
      lifetimeMinutes: z.number().int().min(1).max(5_256_000).nullable().optional(),
      forgetPassword: z.boolean().optional(),
    }),
    output: nothing,
  },
  /** Marks many at once. Tags are compared without case; `bad-input` for `tags` where one would have too many, and then none is changed. */
  'profile.mark': {
    input: z.object({
      profileIds: many,
      favourite: z.boolean().optional(),
      addTags: tagsSchema.optional(),
      removeTags: z.array(z.string().max(40)).max(10_000).optional(),
    }),
    output: nothing,
  },
  'profile.move': { input: profile.extend({ beforeId }), output: nothing },
  /** As `profile.remove`, for many at once; `unended` are those that were not ended at their servers, and what kept them from it. */
  'profile.removeAll': {
    input: z.object({ profileIds: many, endAtServer: z.boolean().optional() }),
    output: unendedSchema,
  },
} as const;
