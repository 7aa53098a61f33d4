import { z } from 'zod';
import { requestDraftSchema, savedRequestSchema } from './request-draft.ts';
import { id, nothing, profile, server } from './request-parts.ts';
import { sentAnswerSchema } from './sent-request.ts';

/** Requests about what is sent with a session's token. */
export const tryItRequests = {
  /** Sends a request now with the session's token, which is refreshed first where it is due. */
  'request.send': {
    /** `sendId` is the caller's own id, with which it can be given up, and its answer copied. */
    input: profile.extend({ sendId: id, request: requestDraftSchema }),
    output: sentAnswerSchema,
  },
  /** Gives up what is being sent, and forgets its answer. */
  'request.cancel': { input: z.object({ sendId: id }), output: nothing },
  'request.copyAnswer': {
    input: z.object({ sendId: id, what: z.enum(['body', 'whole']) }),
    output: nothing,
  },
  /** The whole of a request that is kept; without an id the one that asks who a token belongs to. */
  'request.read': { input: server.extend({ requestId: id.optional() }), output: requestDraftSchema },
  /** Keeps a request under the id that is named, or as a new one. */
  'request.save': {
    input: server.extend({ requestId: id.optional(), request: savedRequestSchema.omit({ id: true }) }),
    output: z.object({ requestId: id }),
  },
  'request.remove': { input: server.extend({ requestId: id }), output: nothing },
} as const;
