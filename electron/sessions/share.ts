import { z } from 'zod';
import { environmentSchema } from '../contract/environment.ts';
import type { ImportResult } from '../contract/import-result.ts';
import { ownKindSchema } from '../contract/own-kind.ts';
import { savedRequestSchema } from '../contract/request-draft.ts';
import { draftHoldsSecret } from '../contract/request-secrets.ts';
import type { Field } from '../contract/server.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';
import { baseAddress, readServerAddress } from '../servers/server-address.ts';
import type { NewProfile } from './index-changes.ts';
import { freshId } from './kind-catalogue.ts';
import type { Ledger } from './ledger.ts';
import { emptyRecord } from './profile-record.ts';
import { otherOrigins } from './server-binding.ts';
import { shownFields } from './shown-fields.ts';

const certificates = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

/** Of a PEM text the certificates alone: a private key pasted beside them goes nowhere. */
const certificateText = z
  .string()
  .max(200_000)
  .transform((pem) => (pem.match(certificates) ?? []).join('\n'));

/** What is no secret by its field, unless it is an address that carries one. */
const publicText = z
  .string()
  .max(4000)
  .refine((text) => !/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text));

/** Requests that hold nothing which is or could be a secret. */
const sharedRequests = z
  .array(savedRequestSchema)
  .max(1000)
  .transform((requests) => requests.filter((request) => !draftHoldsSecret(request)));

/** An object of the fields that are no secrets, each under its own name. Whatever else there is falls away. */
function publicFields(fields: readonly Field[]) {
  const open = fields.filter(({ secret }) => !secret);
  return z.object(Object.fromEntries(open.map(({ id }) => [id, publicText.exactOptional().catch('')])));
}

function serverSchemaOf(kind: ServerKind) {
  const profiles = kind.logins.map(({ id, fields }) =>
    z.object({ name: z.string().max(200), loginId: z.literal(id), fields: publicFields(fields) }),
  );
  return z.object({
    kindId: z.literal(kind.id),
    name: z.string().min(1).max(200),
    environment: environmentSchema.default('none').catch('none'),
    address: z.string().max(2000),
    settings: publicFields(kind.settings),
    caPem: certificateText.exactOptional(),
    requests: sharedRequests.exactOptional(),
    acceptedLogins: z.array(z.string().max(100)).max(20),
    profiles: z.array(z.union(profiles)).max(10_000),
  });
}

/** The kinds that a file brings along; their own schema has no place for a secret either. */
const ownKindsSchema = z.object({ kinds: z.array(ownKindSchema).max(1000).default([]) });

/**
 * The schema of what may be shared. It is made of the fields that the kinds declare as no secrets, so that it has no place for a
 * token, a password, or a client secret.
 */
function shareSchemaOf(kinds: readonly ServerKind[]) {
  return z.object({
    ...ownKindsSchema.shape,
    format: z.literal('lanyard-share'),
    version: z.literal(1),
    servers: z.array(z.union(kinds.map(serverSchemaOf))).max(10_000),
  });
}

export type ShareContent = z.infer<ReturnType<typeof shareSchemaOf>>;

/** Reads what somebody shared. Throws a `Failure` with `backup-unreadable`. */
export function readShare(text: string, kinds: readonly ServerKind[]): ShareContent {
  try {
    const content: unknown = JSON.parse(text);
    const brought = ownKindsSchema.parse(content).kinds;
    return shareSchemaOf([...kinds, ...brought]).parse(content);
  } catch {
    throw new Failure('backup-unreadable');
  }
}

/**
 * Puts together what may be shared of all profiles, or of those that are chosen and their servers, with the own kinds that it needs; servers of
 * kinds that this Lanyard does not know, and damaged profiles, are left out. So are tags and favourites: they are the words of one user.
 */
export function shareOf(
  ledger: Ledger,
  knownKinds: readonly ServerKind[],
  chosen?: ReadonlySet<string>,
): ShareContent {
  const { servers, kinds: ownKinds, ...index } = ledger.index();
  const profiles = index.profiles.filter(({ id }) => chosen === undefined || chosen.has(id));
  const kinds = [...knownKinds, ...ownKinds];
  // A demo server is nowhere but here.
  const known = servers.filter(
    ({ id, kindId, demo }) =>
      !demo &&
      kinds.some((kind) => kind.id === kindId) &&
      (chosen === undefined || profiles.some(({ serverId }) => serverId === id)),
  );
  return shareSchemaOf(kinds).parse({
    format: 'lanyard-share',
    version: 1,
    kinds: ownKinds.filter(({ id }) => known.some(({ kindId }) => kindId === id)),
    servers: known.map((server) => {
      const logins = kinds.find(({ id }) => id === server.kindId)?.logins ?? [];
      return {
        ...server,
        profiles: profiles
          .filter(({ serverId }) => serverId === server.id)
          .map(({ id, name }) => ({ name, record: ledger.session(id).record }))
          .flatMap(({ name, record }) => {
            const login = logins.find(({ id }) => id === record.loginId);
            if (!login) return [];
            return [{ name, loginId: login.id, fields: shownFields(record, server, login.fields) }];
          }),
      };
    }),
  });
}

/**
 * Finds out which of the kinds of a file are new, and what each is called here: one that is here already under any name is that one, and
 * one whose name is taken by another gets a new one.
 */
function newKinds(
  here: readonly ServerKind[],
  brought: readonly ServerKind[],
  newId: () => string,
): { readonly added: readonly ServerKind[]; readonly idHere: ReadonlyMap<string, string> } {
  const added: ServerKind[] = [];
  const idHere = new Map<string, string>();
  for (const kind of brought) {
    const same = here.find((one) => JSON.stringify({ ...one, id: kind.id }) === JSON.stringify(kind));
    const isTaken = [...here, ...added].some(({ id }) => id === kind.id);
    const id = same?.id ?? (isTaken ? freshId(newId) : kind.id);
    if (!same) added.push({ ...kind, id });
    idHere.set(kind.id, id);
  }
  return { added, idHere };
}

/**
 * Adds what is not here yet: a server is known by kind and address, a profile by its name there. Plain http to another machine is
 * not allowed by a file; whoever wants it says so at the server.
 */
export async function takeShare(
  ledger: Ledger,
  { servers, kinds: brought }: ShareContent,
  newId: () => string,
): Promise<ImportResult> {
  const here = ledger.index();
  const newServers: Server[] = [];
  const added: NewProfile[] = [];
  const kinds = newKinds(here.kinds, brought, newId);
  let kept = 0;
  for (const { profiles, ...inFile } of servers) {
    const kindId = kinds.idHere.get(inFile.kindId) ?? inFile.kindId;
    const shared = { ...inFile, kindId };
    const furtherOrigins = [...here.kinds, ...kinds.added].find(({ id }) => id === kindId)?.origins ?? [];
    const address = baseAddress(readServerAddress(shared.address, true));
    const isSame = (one: Server): boolean => one.kindId === shared.kindId && one.address === address;
    let server = [...here.servers, ...newServers].find(isSame);
    if (!server) {
      server = { ...shared, id: newId(), address, allowPlainHttp: false, facts: [], furtherOrigins };
      newServers.push(server);
    }
    const serverId = server.id;
    for (const { name, loginId, fields } of profiles) {
      const isThere =
        here.profiles.some((one) => one.serverId === serverId && one.name === name) ||
        added.some((one) => one.record.serverId === serverId && one.name() === name);
      if (isThere) {
        kept += 1;
        continue;
      }
      added.push({ id: newId(), record: { ...emptyRecord(server, loginId), fields }, name: () => name });
    }
  }
  await ledger.addAll(newServers, added, kinds.added);
  const origins = [...new Set(newServers.flatMap(otherOrigins))];
  return { servers: newServers.length, added: added.length, replaced: 0, kept, otherOrigins: origins };
}
