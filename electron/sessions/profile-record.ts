import { z } from 'zod';
import { problemSchema } from '../contract/problem.ts';
import {
  checkSchema,
  exchangeSchema,
  identitySchema,
  idTokenSignatures,
  lifeSchema,
} from '../contract/session.ts';
import type { Server } from '../servers/server.ts';
import { bindingOf, bindingSchema } from './server-binding.ts';
import { nothingSent } from './unanswered-refresh.ts';

const grantSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  tokenType: z.string(),
  scope: z.string().nullable(),
  access: lifeSchema,
  refreshLife: lifeSchema.nullable(),
  lifetimeMs: z.number().nullable(),
  clockSkewMs: z.number().nullable(),
  // Vaults from before these came hold neither.
  idToken: z
    .object({ token: z.string(), signature: z.enum(idTokenSignatures), receivedAt: z.number() })
    .nullable()
    .default(null),
  idTokenFault: z.string().optional(),
  key: z.string().nullable().default(null),
});

/** What a server definitely refused; kept, so that no restart tries it again by itself. */
const refusalSchema = z.object({
  problem: problemSchema,
  at: z.number(),
  refreshToken: z.boolean(),
  login: z.boolean(),
  /** The server did not take the access token, whatever the clock says. */
  accessToken: z.boolean(),
});

/** A failed try that will be made again. */
const retrySchema = z.object({
  failures: z.number().int(),
  nextTryAt: z.number(),
  problem: problemSchema,
});
export type Retry = Readonly<z.infer<typeof retrySchema>>;

/** One profile as it is sealed on disk, secrets among it. Read back, it is as untrusted as anything from outside. */
export const profileRecordSchema = z.object({
  format: z.literal(1),
  serverId: z.string(),
  binding: bindingSchema,
  loginId: z.string(),
  /** Values of the last login that are kept, by field id. */
  fields: z.record(z.string(), z.string()),
  /** Ids of those that were secrets when they were typed; null in vaults from before that was kept. */
  secretFields: z.array(z.string()).nullable().default(null),
  remember: z.boolean(),
  grant: grantSchema.nullable(),
  identity: identitySchema.nullable(),
  check: checkSchema.nullable(),
  refusal: refusalSchema.nullable(),
  /** When a refresh was sent whose answer is not saved; without an answer the token may have been rotated. */
  refreshSentAt: z.number().nullable(),
  /** True once that refresh token was sent a second time, which is the last. */
  refreshRepeated: z.boolean().default(false),
  /** How many grants there were, this one among them. */
  grants: z.number().int().default(0),
  /** When the server asked to be left alone until; a restart does not end that. */
  retry: retrySchema.nullable().default(null),
  signedOutAt: z.number().nullable(),
  exchanges: z.array(exchangeSchema).readonly(),
  lifetimeMinutes: z.number().nullable(),
});
export type ProfileRecord = z.infer<typeof profileRecordSchema>;
export type Refusal = z.infer<typeof refusalSchema>;

/** A profile that was never signed in. */
export function emptyRecord(server: Server, loginId: string): ProfileRecord {
  return {
    format: 1,
    serverId: server.id,
    binding: bindingOf(server),
    loginId,
    fields: {},
    secretFields: [],
    remember: false,
    grant: null,
    identity: null,
    check: null,
    refusal: null,
    ...nothingSent,
    grants: 0,
    retry: null,
    signedOutAt: null,
    exchanges: [],
    lifetimeMinutes: null,
  };
}
