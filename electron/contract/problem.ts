import { z } from 'zod';

/**
 * Everything that can go wrong, as the window needs to know it: one code per thing a user can do about it.
 * The words for each stand in the renderer; a code without words does not compile there.
 */
export const problemCodes = [
  'bad-input',
  'address-invalid',
  'plain-http-refused',
  'unreachable',
  'tls-refused',
  'timed-out',
  'reply-too-large',
  'reply-not-json',
  'reply-without-token',
  'reply-malformed',
  'redirected',
  'not-found',
  'credentials-refused',
  'client-refused',
  'one-time-password-needed',
  'proof-refused',
  'certificate-refused',
  'denied',
  'ran-out',
  'not-finished',
  'id-token-refused',
  'browser-missing',
  'grant-refused',
  'refresh-lost',
  'scope-refused',
  'already-exists',
  'token-refused',
  'server-refused',
  'server-busy',
  'server-failed',
  'nothing-to-refresh-with',
  'no-token',
  'not-supported',
  'not-writable',
  'vault-locked',
  'vault-unreadable',
  'vault-newer',
  'vault-cannot-save',
  'wrong-passphrase',
  'keyring-refused',
  'record-damaged',
  'backup-refused',
  'backup-unreadable',
  'backup-newer',
  'file-failed',
  'server-changed',
  'kind-in-use',
  'kind-unreadable',
  'unknown-kind',
  'unknown-server',
  'unknown-profile',
  'too-late',
  'cancelled',
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A failure as data. Never carries a token, a password or a body; `serverSays` is the server's own short sentence, cleaned. */
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  /** HTTP status, where a server answered. */
  status: z.number().int().optional(),
  /** The server's own words: one line, no control characters, at most 300 characters, secrets of the request struck out. */
  serverSays: z.string().optional(),
  /** The form field the problem belongs to, so that it is shown there. */
  field: z.string().optional(),
  /** Problems of further fields, by field id. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Host, path or other harmless fact that the sentence may name. */
  detail: z.string().optional(),
  /** Where no answer tells: whether the server may have done what it was asked all the same. */
  done: z.enum(['no', 'maybe']).optional(),
  /** When Lanyard will try again by itself, epoch ms. */
  nextTryAt: z.number().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
