import { z } from 'zod';
import { words } from './words.ts';

/** No server takes a token of this length; what is longer is not looked at. */
export const inspectedLimit = 100_000;

/** Stands in the place of what holds a secret. */
export const { notShown } = words;

/** What a text is, as far as it shows for certain; what no other form fits is opaque. */
const tokenFormats = ['jwt', 'jws', 'jwe', 'paseto', 'uuid', 'json', 'saml', 'opaque'] as const;

/** The type that a value has in JSON; `hidden` is one that is not shown at all. */
const valueTypes = ['string', 'number', 'boolean', 'null', 'array', 'object', 'hidden'] as const;

/** One entry of a token's header or claims. */
export const claimSchema = z.object({
  name: z.string(),
  /** A text as it is, any other value as JSON with the very digits of the token. */
  value: z.string(),
  type: z.enum(valueTypes),
  /** Epoch ms, where the entry is an instant. */
  at: z.number().nullable(),
  /** True where the number is an instant only if it means milliseconds, which no standard says. */
  guessed: z.boolean(),
});
export type Claim = z.infer<typeof claimSchema>;

/** What has to be said of a token beside what it says itself. */
export const tokenNotes = [
  'unsecured',
  'encrypted',
  'cut-header',
  'cut-claims',
  'cut-signature',
  'left-out',
  'twice',
  'large-numbers',
  'not-utf8',
  'not-base64url',
  'too-deep',
] as const;
export type TokenNote = (typeof tokenNotes)[number];

/** What may be shown of a token. Its signature, and what is encrypted in it, stay out. */
export const inspectionSchema = z.object({
  format: z.enum(tokenFormats),
  /** Which of its sort: `v4.public` of PASETO, `4` of a UUID; null where there is one alone. */
  variant: z.string().nullable(),
  /** How it is signed or encrypted, by its header. */
  algorithm: z.string().nullable(),
  header: z.array(claimSchema),
  claims: z.array(claimSchema),
  notes: z.array(z.enum(tokenNotes)),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** What was taken off a text that was pasted before it was read as a token. */
const takenOff = ['around', 'header', 'scheme', 'quotes', 'space'] as const;

/** Which token of a session a text is. */
export const tokenNames = ['access', 'refresh', 'id'] as const;
export type TokenName = (typeof tokenNames)[number];

export const pastedInspectionSchema = z.object({
  /** Null where nothing is left of the text. */
  token: inspectionSchema.nullable(),
  takenOff: z.array(z.enum(takenOff)),
  /** The sessions that hold this very token. */
  heldBy: z.array(z.object({ profileId: z.string(), token: z.enum(tokenNames) })),
});
export type PastedInspection = z.infer<typeof pastedInspectionSchema>;
