import { z } from 'zod';
import { environmentSchema } from '../contract/environment.ts';
import { ownKindSchema } from '../contract/own-kind.ts';
import { savedRequestSchema } from '../contract/request-draft.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { tagsSchema } from '../contract/tags.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';

const serverSchema = z.object({
  id: z.string(),
  kindId: z.string(),
  name: z.string(),
  // Vaults from before there were environments, tags and favourites hold none; a word of a newer Lanyard costs no server.
  environment: environmentSchema.default('none').catch('none'),
  address: z.string(),
  settings: z.record(z.string(), z.string()),
  allowPlainHttp: z.boolean(),
  caPem: z.string().optional(),
  requests: z.array(savedRequestSchema).exactOptional(),
  acceptedLogins: z.array(z.string()).readonly(),
  facts: z.array(z.string()).readonly(),
  demo: z.literal(true).exactOptional(),
});

const profileSchema = z.object({
  id: z.string(),
  serverId: z.string(),
  name: z.string(),
  tags: tagsSchema.default([]).catch([]),
  favourite: z.boolean().default(false).catch(false),
});
export type ProfileEntry = Readonly<z.infer<typeof profileSchema>>;
/** What the user sorts a profile by. */
export type ProfileMarks = Pick<ProfileEntry, 'tags' | 'favourite'>;
export const noMarks: ProfileMarks = { tags: [], favourite: false };

const indexSchema = z.object({
  format: z.literal(1),
  servers: z.array(z.unknown()),
  profiles: z.array(z.unknown()),
  // Vaults from before there were own kinds hold none.
  kinds: z.array(z.unknown()).default([]),
  removing: z.array(z.string()).readonly(),
});

/** Id of the record that holds {@link Index}. */
export const INDEX_ID = 'index';

/** All servers, the names and order of all profiles, and the kinds of servers that the user described. */
export interface Index {
  readonly servers: readonly Server[];
  readonly profiles: readonly ProfileEntry[];
  readonly kinds: readonly ServerKind[];
  /** Records that are deleted here and perhaps not yet in the store. */
  readonly removing: readonly string[];
  /** Entries that fit no schema, written back as they were found. */
  readonly unread: {
    readonly servers: readonly unknown[];
    readonly profiles: readonly unknown[];
    readonly kinds: readonly unknown[];
  };
}

export const emptyIndex: Index = {
  servers: [],
  profiles: [],
  kinds: [],
  removing: [],
  unread: { servers: [], profiles: [], kinds: [] },
};

/** Reads what the store holds; an entry that fits no schema costs itself alone. Throws a `Failure` with `record-damaged` when it is no index at all. */
export function readIndex(value: unknown): Index {
  const parsed = indexSchema.safeParse(value);
  if (!parsed.success) throw new Failure('record-damaged', { detail: INDEX_ID });
  const servers = parseEach(serverSchema, parsed.data.servers);
  const profiles = parseEach(profileSchema, parsed.data.profiles);
  const kinds = parseEach(ownKindSchema, parsed.data.kinds);
  return withFurtherOrigins({
    servers: servers.read.map(({ caPem, ...server }) =>
      caPem === undefined ? server : { ...server, caPem },
    ),
    profiles: profiles.read,
    kinds: kinds.read,
    removing: parsed.data.removing,
    unread: { servers: servers.unread, profiles: profiles.unread, kinds: kinds.unread },
  });
}

/** The same index with what its kinds say about where servers lead. */
export function withFurtherOrigins(index: Index): Index {
  const declared = new Map(index.kinds.map(({ id, origins = [] }) => [id, origins]));
  const servers = index.servers.map((server): Server => {
    const { furtherOrigins = [], ...own } = server;
    const origins = declared.get(server.kindId) ?? [];
    if (origins.join() === furtherOrigins.join()) return server;
    return origins.length === 0 ? own : { ...own, furtherOrigins: origins };
  });
  const isSame = servers.every((server, place) => server === index.servers[place]);
  // The same list where nothing is new in it: what rests on the servers is not looked at again.
  return isSame ? index : { ...index, servers };
}

export function writeIndex(index: Index): unknown {
  return {
    format: 1,
    servers: [...index.servers.map(({ furtherOrigins: _, ...server }) => server), ...index.unread.servers],
    profiles: [...index.profiles, ...index.unread.profiles],
    kinds: [...index.kinds, ...index.unread.kinds],
    removing: index.removing,
  };
}

function parseEach<Schema extends z.ZodType>(
  schema: Schema,
  values: readonly unknown[],
): { readonly read: readonly z.infer<Schema>[]; readonly unread: readonly unknown[] } {
  const read: z.infer<Schema>[] = [];
  const unread: unknown[] = [];
  for (const value of values) {
    const parsed = schema.safeParse(value);
    if (parsed.success) read.push(parsed.data);
    else unread.push(value);
  }
  return { read, unread };
}
