import { z } from 'zod';
import { copyFormats } from './copy-formats.ts';
import { copiedHeadersSchema, copyResultSchema } from './copy-result.ts';
import { logoutOutcomeSchema, logoutResultSchema } from './logout-result.ts';
import { requestDraftSchema } from './request-draft.ts';
import { fields, id, many, nothing, profile } from './request-parts.ts';
import { sessionDetailSchema } from './session.ts';

/** Requests about sessions: signing in and out, keeping alive, showing and copying. */
export const sessionRequests = {
  /** Logs in; without `profileId` a new profile is made once the server has granted a token. Secret fields left out are taken from the vault. */
  'session.login': {
    input: z.object({
      serverId: id,
      profileId: id.optional(),
      name: z.string().trim().max(200).optional(),
      loginId: id,
      fields,
      remember: z.boolean(),
      /** The caller's own id, with which the login can be cancelled. */
      attemptId: id,
    }),
    output: profile,
  },
  'session.cancelLogin': { input: z.object({ attemptId: id }), output: nothing },
  /** Opens the page that a login waits for in the browser, once more. */
  'session.openPrompt': { input: z.object({ attemptId: id }), output: nothing },
  /** Copies the address that a login waits for, or its code for another device. */
  'session.copyPrompt': {
    input: z.object({ attemptId: id, what: z.enum(['address', 'code']) }),
    output: nothing,
  },
  /** Refreshes now, or logs in again with what is remembered where nothing can be refreshed. */
  'session.refresh': { input: profile, output: nothing },
  'session.askIdentity': { input: profile, output: nothing },
  'session.askExpiry': { input: profile, output: nothing },
  /** Ends the session at the server where it can, and forgets the tokens here. Says what came of it. */
  'session.logout': {
    /** Without `evenIfUnreached` nothing is forgotten when the server cannot be told. */
    input: profile.extend({ evenIfUnreached: z.boolean().optional() }),
    output: logoutResultSchema,
  },
  /** As `session.logout`, for many at once; one that fails keeps none of the others. */
  'session.logoutAll': {
    input: z.object({ profileIds: many, evenIfUnreached: z.boolean().optional() }),
    output: z.array(logoutOutcomeSchema),
  },
  'session.detail': { input: profile, output: sessionDetailSchema },
  /** The one request that answers with a secret: a token in full, to be hidden again at `hideAt`. */
  'session.reveal': {
    input: profile.extend({ token: z.enum(['access', 'refresh']) }),
    output: z.object({ text: z.string(), hideAt: z.number() }),
  },
  /** Copies, but for a token that is all but over, unless `evenIfEnding`: then the answer says when it ends. */
  'session.copy': {
    input: profile.extend({
      format: z.enum(copyFormats),
      evenIfEnding: z.boolean().optional(),
      /** In place of the call that asks who the token belongs to. */
      request: requestDraftSchema.optional(),
    }),
    output: copyResultSchema,
  },
  /** Copies the header of each that has a living token, one a line and in this order. */
  'session.copyHeaders': { input: z.object({ profileIds: many }), output: copiedHeadersSchema },
} as const;
