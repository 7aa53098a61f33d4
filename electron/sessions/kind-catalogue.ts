import { z } from 'zod';
import type { RequestOutput } from '../contract/ipc.ts';
import { kindFaults, ownKindId, ownKindSchema } from '../contract/own-kind.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { words } from '../words/words.ts';
import type { Keeper } from './keeper.ts';
import type { Ledger } from './ledger.ts';
import type { ProfileRecord } from './profile-record.ts';
import { removedBetween } from './removed.ts';
import type { Undo } from './undo.ts';

/** Keeps the kinds of servers that the user described. */
export type KindCatalogue = Pick<Keeper, 'readKind' | 'saveKind' | 'removeKind' | 'kindFile' | 'takeKind'>;

/** As many names as a sentence can hold. */
const NAMED_SERVERS = 3;

const fileSchema = z.strictObject({
  format: z.literal('lanyard-kind'),
  version: z.literal(1),
  kind: z.unknown(),
});

export function createKindCatalogue(parts: {
  readonly ledger: Ledger;
  readonly kinds: () => readonly ServerKind[];
  readonly newId: () => string;
  readonly undo: Pick<Undo, 'begin'>;
}): KindCatalogue {
  const { ledger, kinds, newId, undo } = parts;

  function readKind(kindId: string): ServerKind {
    const kind = kinds().find(({ id }) => id === kindId);
    if (!kind) throw new Failure('unknown-kind');
    return kind;
  }

  async function keep(kind: ServerKind): Promise<RequestOutput<'kind.save'>> {
    await ledger.updateIndex((index) => {
      const isThere = index.kinds.some(({ id }) => id === kind.id);
      const replaced = index.kinds.map((one) => (one.id === kind.id ? kind : one));
      return { ...index, kinds: isThere ? replaced : [...index.kinds, kind] };
    }, 'refuse');
    return { kindId: kind.id };
  }

  function own(kindId: string): ServerKind {
    const kind = ledger.index().kinds.find(({ id }) => id === kindId);
    if (!kind) throw new Failure('unknown-kind');
    return kind;
  }

  /** What profiles of a kind keep of what was typed. */
  function keptForms(kindId: string): readonly KeptForm[] {
    const servers = ledger.index().servers.filter((server) => server.kindId === kindId);
    const sessions = [...ledger.sessions()].filter(({ serverId }) =>
      servers.some(({ id }) => id === serverId),
    );
    return sessions.map(({ record }) => record);
  }

  return {
    readKind,
    async saveKind({ kindId, kind }) {
      const before = kindId === undefined ? null : own(kindId);
      const checked = checkedKind(kind, kindId ?? freshId(newId));
      if (before) refuseFaults(disclosures(before, checked, keptForms(checked.id)));
      return keep(checked);
    },
    async removeKind(kindId) {
      own(kindId);
      const keep = undo.begin();
      const before = ledger.index();
      await ledger.updateIndex((index) => {
        const servers = index.servers.filter((server) => server.kindId === kindId);
        if (servers.length > 0) throw new Failure('kind-in-use', { detail: namesOf(servers) });
        return { ...index, kinds: index.kinds.filter(({ id }) => id !== kindId) };
      }, 'refuse');
      keep('kind', removedBetween(before, ledger.index(), []));
    },
    kindFile(kindId) {
      const kind = readKind(kindId);
      // People read what they send to others.
      return {
        label: kind.label,
        text: JSON.stringify({ format: 'lanyard-kind', version: 1, kind }, null, 2),
      };
    },
    async takeKind(text) {
      const kind = kindInFile(text, newId);
      const isFree = ownKindId.test(kind.id) && !kinds().some(({ id }) => id === kind.id);
      return keep({ ...kind, id: isFree ? kind.id : freshId(newId) });
    },
  };
}

/** Throws a `Failure` with `bad-input` whose `fields` say what is wrong, by path. */
export function checkedKind(kind: unknown, id: string): ServerKind {
  refuseFaults(kindFaults(kind));
  const parsed = ownKindSchema.parse({ ...Object(kind), id, group: 'own' });
  // What came from the window may hold members that are there and undefined, which no file can.
  return JSON.parse(JSON.stringify(parsed));
}

export function freshId(newId: () => string): string {
  return `own-${newId()}`;
}

function refuseFaults(fields: Readonly<Record<string, string>>): void {
  const [field] = Object.keys(fields);
  if (field !== undefined) throw new Failure('bad-input', { field, fields: { ...fields } });
}

/** A login that was filled in, and the values of it that are kept. */
type KeptForm = Pick<ProfileRecord, 'loginId' | 'fields'>;

/** Fields that would be shown and were not in the same login, while profiles keep something under their names: it may be a secret. */
function disclosures(
  before: ServerKind,
  after: ServerKind,
  kept: readonly KeptForm[],
): Readonly<Record<string, string>> {
  const isKept = (login: string, field: string): boolean =>
    kept.some(({ loginId, fields }) => loginId === login && Object.hasOwn(fields, field));
  const wasShown = (login: string, field: string): boolean =>
    before.logins.some(
      (one) => one.id === login && one.fields.some(({ id, secret }) => id === field && !secret),
    );
  const faults = after.logins.flatMap(({ id: login, fields }, at) =>
    fields.flatMap(({ id, secret }, index) =>
      !secret && isKept(login, id) && !wasShown(login, id) ? [`logins.${at}.fields.${index}.secret`] : [],
    ),
  );
  return Object.fromEntries(faults.map((path) => [path, words.remarks.fields.secretIsKept]));
}

function namesOf(servers: readonly { readonly name: string }[]): string {
  const names = servers.slice(0, NAMED_SERVERS).map(({ name }) => name);
  return servers.length > NAMED_SERVERS ? `${names.join(', ')} …` : names.join(', ');
}

function kindInFile(text: string, newId: () => string): ServerKind {
  const { kind } = parsedFile(text);
  const [fault] = Object.entries(kindFaults(kind));
  if (fault) throw new Failure('kind-unreadable', { detail: `${fault[0]}: ${fault[1]}`.slice(0, 200) });
  const { id } = Object(kind);
  return checkedKind(kind, typeof id === 'string' && ownKindId.test(id) ? id : freshId(newId));
}

function parsedFile(text: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    throw new Failure('kind-unreadable');
  }
}
