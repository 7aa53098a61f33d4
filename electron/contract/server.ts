import { z } from 'zod';
import { environmentSchema } from './environment.ts';

/** One input of a form, as data: the window draws it, main checks and keeps it. */
export const fieldSchema = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'password', 'one-time-code', 'multiline', 'select', 'url']),
  /** Masked on screen, sealed in the vault, never sent back to the window. */
  secret: z.boolean(),
  optional: z.boolean(),
  /** What the vault keeps after a login: `always` (a client secret is needed to refresh), `remembered` (if the user chose that), `never`. */
  keep: z.enum(['always', 'remembered', 'never']),
  hint: z.string().optional(),
  placeholder: z.string().optional(),
  initial: z.string().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Hidden until a problem with this field's id asks for it (a one-time password). */
  onlyWhenAsked: z.boolean().optional(),
  /** Of the fields that share a group, exactly one is filled in. */
  exactlyOneOf: z.string().optional(),
  /** Rarely needed: stands folded away, unless it holds another value than its initial one. */
  advanced: z.boolean().optional(),
  /** Asked only where this setting of the server, or this field of the same form, has one of these values. */
  onlyWhen: z.object({ field: z.string(), is: z.array(z.string()) }).optional(),
});
export type Field = z.infer<typeof fieldSchema>;

/** A way to log in, as the window shows it. `paste` takes tokens that the user already has. */
export const loginViewSchema = z.object({
  id: z.string(),
  label: z.string(),
  fields: z.array(fieldSchema),
  /** True where a login can be repeated without the user, once what it needs is remembered. */
  canRepeat: z.boolean(),
  /** Where the user acts outside of this window: in the browser, or on another device. */
  elsewhere: z.enum(['browser', 'device']).optional(),
});
export type LoginView = z.infer<typeof loginViewSchema>;

/** What a kind of server can do. What is `false` is absent from the window, or explained by `notes`. */
const capabilitiesSchema = z.object({
  refresh: z.boolean(),
  register: z.boolean(),
  end: z.enum(['revoked', 'logged-out', 'unsupported']),
});

export const kindViewSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** One line for the card: what it asks for and how long it lasts. */
  summary: z.string(),
  group: z.enum(['known', 'oauth', 'own']),
  icon: z.string(),
  settings: z.array(fieldSchema),
  logins: z.array(loginViewSchema),
  register: z.array(fieldSchema).nullable(),
  can: capabilitiesSchema,
  /** Origins besides the server's own to which its calls lead, credentials and tokens with them. */
  origins: z.array(z.string()),
  /** Sentences the window shows beside what the kind cannot do, or does in its own way. */
  notes: z.object({
    end: z.string().optional(),
    check: z.string().optional(),
    slowFailure: z.string().optional(),
    /** Where a login gave no refresh token though the kind can refresh. */
    noRefreshToken: z.string().optional(),
  }),
});
export type KindView = z.infer<typeof kindViewSchema>;

export const serverViewSchema = z.object({
  id: z.string(),
  kindId: z.string(),
  name: z.string(),
  environment: environmentSchema,
  /** Base address without a slash at the end. */
  address: z.string(),
  settings: z.record(z.string(), z.string()),
  /** Plain http to another host than loopback, by explicit choice. */
  allowPlainHttp: z.boolean(),
  plainHttp: z.boolean(),
  hasOwnCa: z.boolean(),
  /** True for a demo server, which runs inside of Lanyard. */
  demo: z.boolean(),
  /** Origins besides that of the address to which its calls may lead, credentials and tokens with them. */
  otherOrigins: z.array(z.string()),
  /** Ids of the logins this server said it accepts; empty means not known, then all are offered. */
  acceptedLogins: z.array(z.string()),
  /** Ids of the logins whose addresses are filled in. */
  possibleLogins: z.array(z.string()),
  /** True where this server can be asked about a token's expiry; some do only once an address is set. */
  canCheck: z.boolean(),
  /** What the last probe saw, e.g. `version 16.16.0`. */
  facts: z.array(z.string()),
  /** Requests that are kept with it, without what could be a secret in them. */
  requests: z.array(z.object({ id: z.string(), name: z.string(), method: z.string(), path: z.string() })),
});
export type ServerView = z.infer<typeof serverViewSchema>;

/** What the user types about a server; shared by add and edit. */
export const serverDraftSchema = z.object({
  kindId: z.string(),
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(2000),
  settings: z.record(z.string(), z.string().max(4000)),
  allowPlainHttp: z.boolean(),
  /** PEM text; `undefined` keeps what is there, empty removes it. */
  caPem: z.string().max(200_000).optional(),
  acceptedLogins: z.array(z.string()).optional(),
  facts: z.array(z.string().max(200)).optional(),
  /** `undefined` keeps what is there. */
  environment: environmentSchema.optional(),
});
export type ServerDraft = z.infer<typeof serverDraftSchema>;
