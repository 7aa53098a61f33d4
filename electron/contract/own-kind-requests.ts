import { z } from 'zod';
import { fields, id, none, nothing } from './request-parts.ts';
import { type ServerKind, serverKindSchema } from './server-kind.ts';
import { triedCalls, triedSchema } from './try-out.ts';

const kind = z.object({ kindId: id });
/** A description of a kind that may still be wrong: main checks it by `ownKindSchema`, and names what is wrong by its path. */
const kindDraft = z.custom<ServerKind>();

/** Requests about kinds of server that the user describes. */
export const ownKindRequests = {
  /** The whole description of a kind; also of one that Lanyard comes with, to start from. */
  'kind.read': { input: kind, output: serverKindSchema },
  /**
   * Keeps a description under the id that is named, or as a new kind; `id` and `group` in it count for nothing. `bad-input` has in `fields`
   * what is wrong, by path, as `kindFaults` says it.
   */
  'kind.save': { input: z.object({ kindId: id.optional(), kind: kindDraft }), output: kind },
  /** `kind-in-use` while servers are of this kind; `detail` names them. */
  'kind.remove': { input: kind, output: nothing },
  'kind.export': { input: kind, output: z.object({ saved: z.boolean() }) },
  /** Asks for a file and takes in the kind that it describes, under a new id where its own is taken. Null when the user thought better of it. */
  'kind.import': { input: none, output: kind.nullable() },
  /** Shows the request of one call, and with `send` sends it. Nothing of it is kept but what the next step of the same dry run needs. */
  'kind.tryOut': {
    input: z.object({
      /** The caller's own id of the dry run. */
      tryOutId: id,
      kind: kindDraft,
      address: z.string().max(2000),
      allowPlainHttp: z.boolean(),
      caPem: z.string().max(200_000).optional(),
      settings: fields,
      loginId: id,
      fields,
      call: z.enum(triedCalls),
      send: z.boolean(),
    }),
    output: triedSchema,
  },
  /** Forgets what a dry run won, and ends what it is doing. */
  'kind.endTryOut': { input: z.object({ tryOutId: id }), output: nothing },
} as const;
