import { z } from 'zod';
import { problemSchema } from './problem.ts';
import { checkSchema, identitySchema, lifeSchema } from './session.ts';

export const triedCalls = ['login', 'refresh', 'identity', 'check', 'end'] as const;
export type TriedCall = (typeof triedCalls)[number];

const headerSchema = z.object({ name: z.string(), value: z.string() });

const answerSchema = z.object({
  status: z.number().int(),
  elapsedMs: z.number(),
  headers: z.array(headerSchema),
  /** JSON is laid out in lines; whatever is or may be a secret is masked. */
  body: z.string(),
  /** True where the body goes on. */
  cut: z.boolean(),
});

/** One request as it is sent, and what came back; secrets are masked in either. */
export const triedExchangeSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.array(headerSchema),
  /** Text as it is sent, `null` where there is none. */
  body: z.string().nullable(),
  /** Null where it was not sent, or nothing came back. */
  answer: answerSchema.nullable(),
});
export type TriedExchange = z.infer<typeof triedExchangeSchema>;

const tokenSchema = z.object({ masked: z.string(), format: z.enum(['jwt', 'opaque']) });

/** The fields that an answer filled. */
export const filledSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('grant'),
    accessToken: tokenSchema,
    refreshToken: tokenSchema.nullable(),
    /** True where the answer held another refresh token than the one before. */
    isNewRefreshToken: z.boolean(),
    access: lifeSchema,
    refreshLife: lifeSchema.nullable(),
    tokenType: z.string(),
    scope: z.string().nullable(),
  }),
  z.object({ what: z.literal('identity'), identity: identitySchema }),
  z.object({ what: z.literal('check'), check: checkSchema }),
  z.object({
    what: z.literal('end'),
    ended: z.enum(['revoked', 'logged-out', 'unsupported']),
    proved: z.boolean().nullable(),
  }),
]);
export type Filled = z.infer<typeof filledSchema>;

/** What one step of a dry run did, or would do. */
export const triedSchema = z.object({
  /** More than one where a kind repeats a call or proves what it did. */
  exchanges: z.array(triedExchangeSchema),
  filled: filledSchema.nullable(),
  problem: problemSchema.nullable(),
  /** What the dry run holds by now for its next step. */
  holds: z.object({ accessToken: z.boolean(), refreshToken: z.boolean() }),
});
export type Tried = z.infer<typeof triedSchema>;
