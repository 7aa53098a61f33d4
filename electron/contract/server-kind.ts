import { z } from 'zod';
import { problemCodes } from './problem.ts';
import { purposeSchema as purpose } from './purpose.ts';
import {
  jsonPathSchema as jsonPath,
  matchSchema,
  requestSchema,
  sourceSchema as source,
  templateSchema as template,
} from './request-template.ts';
import { fieldSchema, kindViewSchema } from './server.ts';

const formFieldSchema = fieldSchema.strict();
const settingSchema = formFieldSchema.extend({
  /** True where the setting may hold a full address on another host, to which credentials are then sent. */
  mayLeaveOrigin: z.boolean().optional(),
});

const loginBase = {
  id: z.string(),
  label: z.string(),
  fields: z.array(formFieldSchema),
  canRepeat: z.boolean(),
};
const codeLoginSchema = z.strictObject({
  ...loginBase,
  canRepeat: z.literal(false),
  /** Signs in with the system's browser. @see RFC 6749 §4.1, RFC 7636, RFC 8252 */
  flow: z.literal('authorization-code'),
  authorize: z.strictObject({
    path: template,
    parameters: z.record(z.string(), template),
    lists: z.array(z.string()).optional(),
    more: template.optional(),
    /** The `http` address of this machine that the browser comes back to; by default on 127.0.0.1, where any port is free to take. */
    redirectUri: template.optional(),
    /** Where the parameters are pushed to beforehand, if the server has such a place. @see RFC 9126 */
    push: requestSchema.optional(),
  }),
  /** Exchanges `{code}` with `{codeVerifier}` and `{redirectUri}`. */
  request: requestSchema,
});
const deviceLoginSchema = z.strictObject({
  ...loginBase,
  canRepeat: z.literal(false),
  /** Signs in on another device. @see RFC 8628 */
  flow: z.literal('device-code'),
  /** Asks for a code. */
  authorize: requestSchema,
  /** Asks for the tokens of `{deviceCode}`. */
  request: requestSchema,
});
const requestLoginSchema = z.strictObject({ ...loginBase, request: requestSchema });
const pasteLoginSchema = z.strictObject({
  ...loginBase,
  canRepeat: z.literal(false),
  /** Takes the fields `accessToken` and `refreshToken` as they are. */
  paste: z.literal(true),
  /** A claim that tells the two apart, so that a wrong paste is noticed. */
  expectClaim: z
    .strictObject({ name: z.string(), accessToken: z.string(), refreshToken: z.string() })
    .optional(),
});

const identitySchema = z.strictObject({
  request: requestSchema,
  /** What only an answer to a good token holds. Without it any success that is no web page is a proof. */
  proof: z
    .strictObject({
      path: jsonPath,
      /** True where its absence is how the server refuses a token. */
      absentMeansRefused: z.boolean().optional(),
    })
    .optional(),
  /** The first that is there names the user; `claim:` looks into the access token, `id:` into the ID token, `field:` into the login's fields. */
  who: z.array(z.string()).min(1),
  details: z.array(z.strictObject({ label: z.string(), path: jsonPath })),
  /** Where the answer names the user for machines: it has to be the one that the ID token names. */
  subject: jsonPath.optional(),
  /** True where a good token may be refused too, so that a refusal alone proves nothing. */
  mayRefuseGoodTokens: z.boolean().optional(),
});

const checkSchema = z.strictObject({
  request: requestSchema,
  alive: z.strictObject({ path: jsonPath, equals: z.boolean() }),
  otherwise: z.enum(['expired', 'inactive']),
  /** Where the end stands, in Unix seconds. */
  expiresAt: jsonPath.optional(),
  /** Statuses with which the server says that it never issued the token. */
  unknownToken: z.array(z.number().int()).optional(),
  /** True where the answer knows of logouts, so that it can prove one. */
  provesEnd: z.boolean().optional(),
});

const grantSchema = z.strictObject({
  accessToken: source,
  refreshToken: source.optional(),
  expiresIn: source.optional(),
  refreshExpiresIn: source.optional(),
  /** Where the end itself stands: an ISO 8601 date, or a number of seconds or milliseconds since 1970. */
  expiresAt: source.optional(),
  refreshExpiresAt: source.optional(),
  /** `seconds`, `minutes`, `milliseconds`, `auto`, or a setting that says so; seconds where nothing is said. */
  expiresInUnit: template.optional(),
  refreshExpiresInUnit: template.optional(),
  scope: source.optional(),
  tokenType: source.optional(),
  /** Where an ID token stands, whose claims and signature are then checked. @see OpenID Connect Core 1.0 §3.1.3.7 */
  idToken: source.optional(),
  /** A claim that holds the whole life in seconds. */
  lifetimeClaim: z.string().optional(),
});

const probeStepSchema = z.strictObject({
  request: requestSchema,
  /** Sets of settings to try the request with; once with none of them when left out. */
  tries: z.array(z.record(z.string(), z.string())).optional(),
  match: z.array(matchSchema).min(1),
  /** True when such an answer can come from this kind alone. */
  certain: z.boolean().optional(),
  settings: z.record(z.string(), z.string()).optional(),
  /** Settings read from the answer. */
  settingsFrom: z.record(z.string(), jsonPath).optional(),
  /** Settings that follow from the answer; of several that fit, the last decides. */
  settingsWhen: z
    .array(z.strictObject({ when: matchSchema, settings: z.record(z.string(), z.string()) }))
    .optional(),
  /** Where the answer names whose word it is: the address that was asked, or the answer counts for nothing. @see RFC 8414 §3.3 */
  issuer: z.strictObject({ path: jsonPath, setting: z.string() }).optional(),
  name: jsonPath.optional(),
  facts: z
    .array(z.strictObject({ text: z.string(), path: jsonPath.optional(), when: matchSchema.optional() }))
    .optional(),
  logins: z
    .strictObject({
      path: jsonPath,
      accept: z.array(z.strictObject({ startsWith: z.string(), login: z.string() })),
      always: z.array(z.string()),
      /** What stands in for all of it where nothing is at the path. */
      unsaid: z.array(z.string()).optional(),
    })
    .optional(),
});
export type ProbeStep = z.infer<typeof probeStepSchema>;

const refusalSchema = z.strictObject({
  on: z.array(purpose),
  match: matchSchema,
  code: z.enum(problemCodes),
  field: z.string().optional(),
});

/**
 * What a kind of server expects, as data alone, so that a kind can come from a file as well as from the source.
 * The engine reads it and never asks which kind it runs.
 */
export const serverKindSchema = z.strictObject({
  ...kindViewSchema.pick({ id: true, label: true, summary: true, group: true, icon: true }).shape,
  notes: kindViewSchema.shape.notes.strict(),
  /** Origins besides the server's own to which its calls may lead, and secrets with them. */
  origins: z.array(z.string()).max(10).optional(),
  settings: z.array(settingSchema),
  /** Values that follow from a setting, such as a path prefix from a choice. */
  derived: z
    .record(z.string(), z.strictObject({ from: z.string(), values: z.record(z.string(), z.string()) }))
    .optional(),
  logins: z.array(z.union([requestLoginSchema, codeLoginSchema, deviceLoginSchema, pasteLoginSchema])).min(1),
  refresh: z
    .strictObject({
      request: requestSchema,
      /** What stands elsewhere than in the answer to a login. */
      grant: grantSchema.partial().optional(),
      /** Statuses that are this kind's definite refusal besides OAuth's own words. */
      refusedBy: z.array(z.number().int()).optional(),
      /**
       * How a refresh token is taken that was replaced by another: as if it was not, by a refusal, or, the worst and what is assumed, by
       * revoking everything of its session, the access token in use included.
       */
      reuse: z.enum(['accepted', 'refused', 'revokes']).optional(),
    })
    .optional(),
  identity: identitySchema.optional(),
  check: checkSchema.optional(),
  end: z
    .strictObject({
      outcome: z.enum(['revoked', 'logged-out']),
      request: requestSchema,
      /** What ends the access token where it outlived that. */
      also: requestSchema.optional(),
    })
    .optional(),
  /** Whose word ID tokens and the answers of a browser are; the server's address where it is not named. */
  issuer: z
    .strictObject({
      name: template,
      /** Asks for the keys that ID tokens are signed with. */
      keys: requestSchema.optional(),
      /** `yes`, or a setting that says so, where every answer of a browser names the issuer. @see RFC 9207 §2.4 */
      isNamed: template.optional(),
    })
    .optional(),
  register: z.strictObject({ fields: z.array(formFieldSchema), request: requestSchema }).optional(),
  grant: grantSchema,
  documentedLifetimeSeconds: z.number().positive().optional(),
  documentedRefreshLifetimeSeconds: z.number().positive().optional(),
  /** Where the server's own words stand, and which field its names for a field mean. */
  errors: z.strictObject({
    text: z.array(jsonPath),
    list: z.strictObject({ path: jsonPath, location: z.string(), message: z.string() }).optional(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
  refusals: z.array(refusalSchema).optional(),
  /** What the identity call answers when a login gave a token that was dead already, and how long to wait before the one repetition. */
  staleLogin: z.strictObject({ match: matchSchema, waitMs: z.number().int().min(0).max(10_000) }).optional(),
  /** On such an answer the call is repeated once with the setting's other value, which is reported when it works. */
  learns: z
    .strictObject({
      setting: z.string(),
      values: z.tuple([z.string(), z.string()]),
      match: z.array(matchSchema),
    })
    .optional(),
  probe: z.strictObject({
    /** Ends of addresses that people paste in place of the base. */
    endpoints: z.array(z.string()),
    /** The setting that takes the path of a pasted token endpoint, and settings whose paths stand beside it. */
    tokenEndpoint: z
      .strictObject({ setting: z.string(), siblings: z.record(z.string(), z.string()) })
      .optional(),
    /** Of a description from outside only the first two that ask by GET are sent, last of all, and no answer to them is certain. */
    steps: z.array(probeStepSchema),
  }),
  /** How long a wrong login keeps one waiting. */
  slowFailureMs: z.number().int().positive().optional(),
});

export type ServerKind = z.infer<typeof serverKindSchema>;
export type Login = ServerKind['logins'][number];
export type Purpose = z.infer<typeof purpose>;
