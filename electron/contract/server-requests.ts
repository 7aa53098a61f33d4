import { z } from 'zod';
import { explainedLimit, explanationSchema } from './explanation.ts';
import { unendedSchema } from './logout-result.ts';
import { probeResultSchema } from './probe-result.ts';
import { beforeId, fields, id, none, nothing, server } from './request-parts.ts';
import { serverDraftSchema } from './server.ts';

/** Requests about servers, the demo ones among them. */
export const serverRequests = {
  'server.probe': {
    input: z.object({
      address: z.string().max(2000),
      allowPlainHttp: z.boolean(),
      caPem: z.string().max(200_000).optional(),
    }),
    output: probeResultSchema,
  },
  /** Says what server a text describes; without a text, that of a file which the user chooses. Null when none is chosen. */
  'server.explain': {
    input: z.object({ text: z.string().max(explainedLimit).nullable() }),
    output: explanationSchema.nullable(),
  },
  'server.add': { input: serverDraftSchema, output: server },
  'server.update': { input: serverDraftSchema.extend({ serverId: id }), output: nothing },
  /**
   * Removes the server and all of its profiles. With `endAtServer` their sessions are ended there first; `unended` are those that were not,
   * and what kept them from it.
   */
  'server.remove': {
    input: server.extend({ endAtServer: z.boolean().optional() }),
    output: unendedSchema,
  },
  'server.move': { input: server.extend({ beforeId }), output: nothing },
  /** Creates a user at the server; the fields are the kind's `register`. */
  'server.register': { input: z.object({ serverId: id, fields }), output: nothing },

  /**
   * Starts demo servers on this machine, adds them and signs in to all but one; answers with what is to be typed for that one. The user
   * and password are a demo's and no secret.
   */
  'demo.start': { input: none, output: server.extend({ loginId: z.string(), fields }) },
  /** Removes the demo servers with all that belongs to them, and ends them. */
  'demo.remove': { input: none, output: nothing },
} as const;
