import { askedFields } from '../contract/asked-fields.ts';
import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { ServerDraft } from '../contract/server.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';
import { baseAddress, readServerAddress } from '../servers/server-address.ts';
import { completeValues, settingsOf } from './form-values.ts';
import { moved } from './index-changes.ts';
import { type KindLookup, kindOf } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import type { ServerCalls } from './server-calls.ts';

/** Adds and changes servers, and registers users there. */
export interface ServerCatalogue {
  add(draft: RequestInput<'server.add'>, isDemo?: boolean): Promise<RequestOutput<'server.add'>>;
  /**
   * Changes a server. Where the address or a setting then leads to another origin, or the kind is another, the tokens and passwords of its
   * profiles are sent nowhere: they stay sealed for the place they were given for, and the sessions count as signed out until a new
   * login, or until the server is changed back.
   */
  update(draft: RequestInput<'server.update'>): Promise<void>;
  move(input: RequestInput<'server.move'>): Promise<void>;
  register(input: RequestInput<'server.register'>): Promise<void>;
}

export function createServerCatalogue(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly kinds: KindLookup;
  readonly newId: () => string;
}): ServerCatalogue {
  const { ledger, calls, kinds, newId } = parts;

  function fromDraft(id: string, draft: ServerDraft, before: Server | null): Server {
    const kind = kindOf(kinds, draft.kindId);
    const form = kind.settings.map((field) => ({
      ...field,
      optional: field.optional || field.initial !== undefined,
    }));
    completeValues(form, draft.settings);
    const asked = askedFields({ fields: kind.settings, values: draft.settings });
    const caPem = draft.caPem === undefined ? before?.caPem : draft.caPem;
    const address = baseAddress(readServerAddress(draft.address, draft.allowPlainHttp));
    // What one address said of itself is not true of another.
    const known = before?.address === address && before.kindId === draft.kindId ? before : null;
    return {
      id,
      kindId: draft.kindId,
      name: draft.name,
      address,
      settings: pick(
        draft.settings,
        asked.map(({ id }) => id),
      ),
      allowPlainHttp: draft.allowPlainHttp,
      acceptedLogins: draft.acceptedLogins ?? known?.acceptedLogins ?? [],
      environment: draft.environment ?? before?.environment ?? 'none',
      facts: draft.facts ?? known?.facts ?? [],
      ...(caPem && { caPem }),
      ...(known?.demo && { demo: true as const }),
      ...(before?.requests && { requests: before.requests }),
    };
  }

  return {
    async add(draft, isDemo = false) {
      const drafted = fromDraft(newId(), draft, null);
      const server: Server = isDemo ? { ...drafted, demo: true } : drafted;
      await ledger.updateIndex((index) => ({ ...index, servers: [...index.servers, server] }), 'refuse');
      return { serverId: server.id };
    },
    async update({ serverId, ...draft }) {
      const changed = fromDraft(serverId, draft, ledger.server(serverId));
      await ledger.updateIndex(
        (index) => ({
          ...index,
          servers: index.servers.map((server) => (server.id === serverId ? changed : server)),
        }),
        'refuse',
      );
    },
    async move({ serverId, beforeId }) {
      ledger.server(serverId);
      if (beforeId !== null) ledger.server(beforeId);
      await ledger.updateIndex(
        (index) => ({ ...index, servers: moved(index.servers, serverId, beforeId) }),
        'refuse',
      );
    },
    async register({ serverId, fields }) {
      const server = ledger.server(serverId);
      const kind = kindOf(kinds, server.kindId);
      if (!kind.register) throw new Failure('not-supported');
      const values = completeValues(kind.register, fields, {}, settingsOf(kind, server));
      // Nothing is signed in yet, so there is no session whose log this could stand in.
      await calls.forServer(
        server,
        values,
        () => {},
        (engine, context) => engine.register(context),
      );
    },
  };
}

function pick(values: Readonly<Record<string, string>>, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));
}
