import { z } from 'zod';
import { inspectedLimit, pastedInspectionSchema, tokenNames } from './inspection.ts';
import { nothing, profile } from './request-parts.ts';

const text = z.string().max(inspectedLimit);
/** `withAddress` has the server's address stand in it. */
const report = profile.extend({ withAddress: z.boolean() });

/** Requests about what stands in tokens and what happened to them. No answer holds a secret. */
export const inspectionRequests = {
  /** Says what a pasted text is. Main keeps nothing of it. */
  'token.inspect': { input: z.object({ text }), output: pastedInspectionSchema },
  /** Copies the claims of a pasted text, as far as they are shown, as JSON. */
  'token.copyClaims': { input: z.object({ text }), output: nothing },
  'session.copyClaims': { input: profile.extend({ token: z.enum(tokenNames) }), output: nothing },
  /** The timeline of a session as plain text for a bug report. */
  'session.timelineText': { input: report, output: z.object({ text: z.string() }) },
  'session.copyTimeline': { input: report, output: nothing },
} as const;
