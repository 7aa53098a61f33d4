import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import { changedTags } from '../contract/tags.ts';
import { Failure } from '../failure.ts';
import type { Grant } from '../servers/server.ts';
import { words } from '../words/words.ts';
import { forgetRemembered } from './form-values.ts';
import { moved } from './index-changes.ts';
import { noMarks, type ProfileEntry } from './index-record.ts';
import type { KindLookup } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import { freeName } from './profile-name.ts';
import { emptyRecord, type ProfileRecord } from './profile-record.ts';

/** Names, copies and changes profiles; calls no server. */
export interface ProfileCatalogue {
  rename(profileId: string, name: string): Promise<void>;
  /** A second profile with the same login, what is kept of it included, and none of the tokens. */
  duplicate(profileId: string): Promise<RequestOutput<'profile.duplicate'>>;
  update(input: RequestInput<'profile.update'>): Promise<void>;
  /** Marks many with one save. Throws `bad-input` where one would have too many tags, and then changes none. */
  mark(input: RequestInput<'profile.mark'>): Promise<void>;
  move(input: RequestInput<'profile.move'>): Promise<void>;
}

const MINUTE_MS = 60_000;

export function createProfileCatalogue(parts: {
  readonly ledger: Ledger;
  readonly kinds: KindLookup;
  readonly newId: () => string;
}): ProfileCatalogue {
  const { ledger, kinds, newId } = parts;

  function withoutPassword(record: ProfileRecord): ProfileRecord {
    const { kindId } = ledger.server(record.serverId);
    const login = kinds.view(kindId)?.logins.find(({ id }) => id === record.loginId);
    // Of a form that is no longer known, nobody can say which field is the password.
    return { ...record, remember: false, fields: login ? forgetRemembered(login.fields, record.fields) : {} };
  }

  return {
    async rename(profileId, name) {
      ledger.session(profileId);
      await ledger.updateIndex(
        (index) => ({
          ...index,
          profiles: index.profiles.map((profile) =>
            profile.id === profileId ? { ...profile, name } : profile,
          ),
        }),
        'refuse',
      );
    },
    async duplicate(profileId) {
      const { record, serverId, isDamaged } = ledger.session(profileId);
      if (isDamaged) throw new Failure('record-damaged');
      const { loginId, fields, secretFields, remember, binding, lifetimeMinutes } = record;
      const copy = {
        ...emptyRecord(ledger.server(serverId), loginId),
        fields,
        secretFields,
        remember,
        binding,
        lifetimeMinutes,
      };
      const original = ledger.index().profiles.find(({ id }) => id === profileId);
      const id = newId();
      const name = (): string =>
        freeName(words.remarks.copyOf(original?.name ?? ''), ledger.index().profiles, serverId);
      const { tags, favourite } = original ?? noMarks;
      await ledger.add({ id, record: copy, name, marks: { tags, favourite } }, 'refuse');
      return { profileId: id };
    },
    async update({ profileId, lifetimeMinutes, forgetPassword }) {
      await ledger.update(
        ledger.session(profileId),
        (record) => {
          const kept = forgetPassword ? withoutPassword(record) : record;
          if (lifetimeMinutes === undefined) return kept;
          return { ...kept, lifetimeMinutes, grant: kept.grant && withLifetime(kept.grant, lifetimeMinutes) };
        },
        'refuse',
      );
    },
    async mark({ profileIds, favourite, addTags, removeTags }) {
      const chosen = new Set(profileIds);
      for (const id of chosen) ledger.session(id);
      const changes = { ...(addTags && { add: addTags }), ...(removeTags && { remove: removeTags }) };
      function marked(entry: ProfileEntry): ProfileEntry {
        const tags = changedTags(entry.tags, changes);
        if (tags === null) throw new Failure('bad-input', { field: 'tags' });
        return { ...entry, tags: [...tags], favourite: favourite ?? entry.favourite };
      }
      await ledger.updateIndex(
        (index) => ({
          ...index,
          profiles: index.profiles.map((entry) => (chosen.has(entry.id) ? marked(entry) : entry)),
        }),
        'refuse',
      );
    },
    async move({ profileId, beforeId }) {
      ledger.session(profileId);
      if (beforeId !== null) ledger.session(beforeId);
      await ledger.updateIndex(
        (index) => ({ ...index, profiles: moved(index.profiles, profileId, beforeId) }),
        'refuse',
      );
    },
  };
}

/** Plans anew by the user's lifetime; a server that names one knows better. */
function withLifetime(grant: Grant, minutes: number | null): Grant {
  const { source, receivedAt } = grant.access;
  if (source !== 'unknown' && source !== 'user') return grant;
  const lifetimeMs = minutes === null ? null : minutes * MINUTE_MS;
  const expiresAt = lifetimeMs === null ? null : receivedAt + lifetimeMs;
  const access = {
    expiresAt,
    receivedAt,
    source: minutes === null ? 'unknown' : 'user',
    guessed: false,
  } as const;
  return { ...grant, lifetimeMs, access };
}
