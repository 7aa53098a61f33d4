import { z } from 'zod';

/** What an answer holds: `none` is no body at all, `binary` no text in any encoding that it names. */
const bodyForms = ['json', 'text', 'binary', 'none'] as const;

/** What came back for a request that the user sent with a session's token; what is known to be secret is masked. */
export const sentAnswerSchema = z.object({
  status: z.number().int(),
  elapsedMs: z.number(),
  /** Of what was read of the body. */
  sizeBytes: z.number().int(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  form: z.enum(bodyForms),
  /** Empty for what is binary. */
  body: z.string(),
  /** True where the answer was larger than what is read of one, 1 MiB. */
  isCut: z.boolean(),
  /** True where the token was refreshed before it was sent. */
  isRefreshed: z.boolean(),
});
export type SentAnswer = z.infer<typeof sentAnswerSchema>;
