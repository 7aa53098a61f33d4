import { z } from 'zod';
import { serverKindSchema } from './server-kind.ts';

/** The longest OpenAPI documents that are in use have some ten million characters. */
export const explainedLimit = 16 * 1024 * 1024;

/** One thing that is known of a server, in a sentence. */
export const findingSchema = z.object({
  text: z.string().max(600),
  /** False where it was only guessed, so that the user looks at it. */
  sure: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A server as something describes it. Holds no secret: those that were found are named in the findings and left out. */
export const serverSketchSchema = z.object({
  /** The kind that fits; a guess that the server itself has to bear out, unless `findings` say otherwise. */
  kindId: z.string().nullable(),
  /** A kind of its own, for where none that is there fits. */
  ownKind: serverKindSchema.nullable(),
  name: z.string(),
  /** Empty where the description names none. */
  address: z.string(),
  settings: z.record(z.string(), z.string()),
  loginId: z.string().nullable(),
  /** Values for the sign-in, by the field's id. */
  fields: z.record(z.string(), z.string()),
  findings: z.array(findingSchema),
});
export type ServerSketch = z.infer<typeof serverSketchSchema>;

export const textSources = ['curl', 'postman-collection', 'postman-environment', 'openapi'] as const;
export type TextSource = (typeof textSources)[number];

/** Why a text describes no server. */
export const unusableReasons = [
  'nothing-known',
  'too-large',
  'too-deep',
  'broken-document',
  'powershell',
  'curl-incomplete',
  'curl-unknown-option',
  'curl-no-address',
  'curl-several-addresses',
  'curl-variable-address',
  'curl-no-credentials',
  'curl-token-only',
  'curl-credentials-in-address',
  'curl-file',
  'curl-multipart',
  'curl-body',
  'curl-authentication',
  'postman-version',
  'postman-no-sign-in',
  'openapi-version',
  'openapi-no-sign-in',
] as const;
export type UnusableReason = (typeof unusableReasons)[number];

/** What was made of a text that describes how to sign in to a server. */
export const explanationSchema = z.discriminatedUnion('understood', [
  z.object({ understood: z.literal(true), source: z.enum(textSources), sketch: serverSketchSchema }),
  z.object({ understood: z.literal(false), reason: z.enum(unusableReasons) }),
]);
export type Explanation = z.infer<typeof explanationSchema>;
