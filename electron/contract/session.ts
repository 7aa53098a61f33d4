import { z } from 'zod';
import { inspectionSchema } from './inspection.ts';
import { problemSchema } from './problem.ts';
import { purposeSchema } from './purpose.ts';

export const sessionStates = [
  'signed-out',
  'signing-in',
  'fresh',
  'refreshing',
  'cannot-refresh',
  'retrying',
  'needs-sign-in',
] as const;
export type SessionState = (typeof sessionStates)[number];

/**
 * Where a lifetime comes from, most trustworthy first. `exi`, `exp-iat` and `expires_in` are spans counted from receipt; `exp` and
 * `expires_at`, the end as the reply tells it, are held against the server's `Date` header; `documented` is the kind's word, `user` the
 * profile's setting.
 */
export const expirySources = [
  'exi',
  'exp-iat',
  'expires_in',
  'exp',
  'expires_at',
  'documented',
  'user',
  'unknown',
] as const;
export type ExpirySource = (typeof expirySources)[number];

export const lifeSchema = z.object({
  /** Epoch ms by the local clock; `null` is unknown, never for ever. */
  expiresAt: z.number().nullable(),
  receivedAt: z.number(),
  source: z.enum(expirySources),
  /** True where the number rests on a guess, such as milliseconds in place of seconds. */
  guessed: z.boolean(),
});
export type Life = z.infer<typeof lifeSchema>;

/** Who the server says the user is, and when it said so. */
export const identitySchema = z.object({
  who: z.string(),
  askedAt: z.number(),
  /** False once a later call was refused, or the token is gone: "server said", not "server says". */
  current: z.boolean(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Identity = z.infer<typeof identitySchema>;

/** What a server answered when it was asked about a token: a dated statement, not a computation. */
export const checkSchema = z.object({
  askedAt: z.number(),
  verdict: z.enum(['alive', 'expired', 'unknown-token', 'inactive']),
  /** Epoch ms, where the server names the end. */
  expiresAt: z.number().nullable(),
});
export type Check = z.infer<typeof checkSchema>;

/** What gave a session new tokens in the place of others. */
const replacements = ['refresh', 'sign-in'] as const;

/** A session as the wall shows it. Holds nothing secret. */
export const sessionViewSchema = z.object({
  profileId: z.string(),
  serverId: z.string(),
  name: z.string(),
  tags: z.array(z.string()),
  favourite: z.boolean(),
  state: z.enum(sessionStates),
  /** Null when there is no token. */
  access: lifeSchema.nullable(),
  refreshToken: lifeSchema.nullable(),
  /** When the next refresh or login by itself is planned, epoch ms. */
  nextActionAt: z.number().nullable(),
  /** How the session is kept alive when the time comes. */
  keptBy: z.enum(['refresh-token', 'login-again', 'nothing']),
  identity: identitySchema.nullable(),
  /** Why it is retrying, or needs a sign-in. */
  problem: problemSchema.nullable(),
  /** When the state began that a user asks about: signed out since, refused at. */
  sinceAt: z.number().nullable(),
  loginId: z.string(),
  /** True when the credentials for a login without the user are kept. */
  remembered: z.boolean(),
  /** Set where the server gave an ID token. */
  hasIdToken: z.literal(true).exactOptional(),
  /** Set where it is known what the tokens before these said: what they were replaced by. */
  replacedBy: z.enum(replacements).exactOptional(),
  /** Set while a new token is used but could not be saved yet. */
  unsaved: z.boolean(),
  /** Grows with every change of what `session.detail` answers. */
  revision: z.number().int(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** A token that is kept, and what it says. */
const tokenViewSchema = inspectionSchema.extend({
  /** A few characters of either end; too short a token shows none. */
  masked: z.string(),
});

export const exchangeSchema = z.object({
  at: z.number(),
  /** Of a call that its kind describes, or `request` for one that the user wrote. */
  purpose: z.enum([...purposeSchema.options, 'request']),
  /** What came of it, as data; the words are the window's. */
  outcome: z.enum(['ok', 'refused', 'later', 'unexpected']),
  method: z.string(),
  /** Path alone, no query, no secret. */
  path: z.string(),
  status: z.number().int().nullable(),
  elapsedMs: z.number(),
  problem: problemSchema.nullable(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** What a login that runs waits for, outside of this window. Holds nothing that lets anybody in by itself. */
export const promptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('browser'),
    /** Where the user signs in. */
    url: z.string(),
    /** False where no browser could be started, so that the address is to be copied. */
    opened: z.boolean(),
    endsAt: z.number(),
  }),
  z.object({
    kind: z.literal('device'),
    userCode: z.string(),
    verificationUri: z.string(),
    /** The address with the code in it, for a QR code. */
    verificationUriComplete: z.string().nullable(),
    endsAt: z.number(),
  }),
]);
export type Prompt = z.infer<typeof promptSchema>;

/** A login that runs: the calls it has made so far, and what it waits for. */
export const attemptViewSchema = z.object({
  attemptId: z.string(),
  exchanges: z.array(exchangeSchema),
  prompt: promptSchema.nullable(),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

/**
 * What happened to a session, or will by time alone, and is no call to its server. `unanswered` is a refresh that was sent and whose answer
 * is not known; `gave-up` is the refusal that ended the tries by itself.
 */
export const eventSchema = z.object({
  at: z.number(),
  what: z.enum(['pasted', 'unanswered', 'gave-up', 'signed-out', 'ends', 'sign-in-ends']),
});
export type SessionEvent = z.infer<typeof eventSchema>;

/** What the tokens said that the ones of now took the place of. Kept in memory alone, without the tokens. */
export const earlierSchema = z.object({
  access: inspectionSchema,
  idToken: inspectionSchema.nullable(),
  scope: z.string().nullable(),
  /** How long the access token was to live. */
  life: lifeSchema,
  lifetimeMs: z.number().nullable(),
  replacedBy: z.enum(replacements),
});
export type Earlier = z.infer<typeof earlierSchema>;

/**
 * `verified` against the issuer's keys; `unverified` where they could not be had; `unsigned` where it carries no signature. An ID token
 * whose signature or claims are wrong is refused together with its login; at a refresh it is left, and the one from before stays.
 */
export const idTokenSignatures = ['verified', 'unverified', 'unsigned'] as const;
export type IdTokenSignature = (typeof idTokenSignatures)[number];

/** What an ID token says, and whether it is the issuer's word. */
const idTokenSchema = tokenViewSchema.extend({
  signature: z.enum(idTokenSignatures),
  receivedAt: z.number(),
});

/** What the open session pane shows beyond the wall. Claims are decoded in main; the token itself stays there. */
export const sessionDetailSchema = z.object({
  profileId: z.string(),
  revision: z.number().int(),
  access: tokenViewSchema.nullable(),
  refreshToken: tokenViewSchema.nullable(),
  idToken: idTokenSchema.nullable(),
  /** What was wrong with a later one that came with a refresh. */
  idTokenFault: z.string().nullable(),
  scope: z.string().nullable(),
  /** What was asked for, where it was asked for at all. */
  askedScope: z.string().nullable(),
  /** True where the access token works only together with a key that stays in the vault. */
  isKeyBound: z.boolean(),
  /** Server clock minus ours, by the `Date` header, at the last login or refresh. */
  clockSkewMs: z.number().nullable(),
  /** The life the access token had at receipt, in ms. */
  lifetimeMs: z.number().nullable(),
  check: checkSchema.nullable(),
  exchanges: z.array(exchangeSchema),
  events: z.array(eventSchema),
  earlier: earlierSchema.nullable(),
  /** What the form can be filled with again; secrets are left out. */
  fields: z.record(z.string(), z.string()),
  /** Ids of secret fields that the vault holds. */
  keptSecrets: z.array(z.string()),
  lifetimeMinutes: z.number().nullable(),
});
export type SessionDetail = z.infer<typeof sessionDetailSchema>;
