import { byId } from '../../electron/contract/by-id.ts';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { tagKey } from '../../electron/contract/tag-key.ts';
import type { Filters, StateFilter } from './filters.ts';
import { fold, searchedWords, sessionText } from './search.ts';
import { readQuery, type SearchTerm } from './search-query.ts';

/** What the clock makes of the sessions, as ids of profiles. */
export interface Standing {
  /** Profiles that are about to die with nothing but the user to help. */
  readonly dying: ReadonlySet<string>;
  /** Profiles whose token ends within the hour, with nothing to keep it. */
  readonly ending: ReadonlySet<string>;
  /** Profiles whose token is over, while Lanyard goes on trying to get the next one. */
  readonly waiting: ReadonlySet<string>;
}

export interface WhatToFind extends Standing {
  readonly query: string;
  readonly filters: Filters;
}

/** What each word after `state:` means. */
const stateWords: Readonly<Record<string, StateFilter>> = {
  dead: 'needs-you',
  needs: 'needs-you',
  'needs-you': 'needs-you',
  waiting: 'waiting',
  retrying: 'waiting',
  live: 'live',
  alive: 'live',
  ending: 'ending-soon',
  out: 'signed-out',
  'signed-out': 'signed-out',
};

/** The sessions that fit what was typed and chosen. */
export function findSessions(
  sessions: readonly SessionView[],
  servers: readonly ServerView[],
  { query, filters, ...standing }: WhatToFind,
): readonly SessionView[] {
  const { words, terms } = readQuery(query);
  const asked = searchedWords(words);
  const known = byId(servers);
  const wantedTags = new Set(filters.tags.map(tagKey));

  function isIn(session: SessionView, state: StateFilter): boolean {
    return state === 'ending-soon'
      ? standing.ending.has(session.profileId)
      : sessionGroup(session, standing) === state;
  }

  function fits({ name, value }: SearchTerm, session: SessionView, server: ServerView | undefined): boolean {
    switch (name) {
      case 'tag':
        return session.tags.some((tag) => fold(tag).startsWith(fold(value)));
      case 'env':
        return server?.environment.startsWith(value) ?? false;
      case 'state': {
        const state = stateWords[value];
        return state !== undefined && isIn(session, state);
      }
      case 'is':
        return session.favourite && 'favourite'.startsWith(value);
      case 'server':
        return server !== undefined && isServer(server, value);
    }
  }

  const hasAll = (text: string): boolean => asked.every((word) => text.includes(word));

  return sessions.filter((session) => {
    const server = known.get(session.serverId);
    const { states, environments, serverIds, favourites } = filters;
    return (
      (!favourites || session.favourite) &&
      (states.length === 0 || states.some((state) => isIn(session, state))) &&
      (environments.length === 0 || environments.includes(server?.environment ?? 'none')) &&
      (serverIds.length === 0 || serverIds.includes(session.serverId)) &&
      (wantedTags.size === 0 || session.tags.some((tag) => wantedTags.has(tagKey(tag)))) &&
      terms.every((term) => fits(term, session, server)) &&
      (asked.length === 0 || hasAll(sessionText(session, server)))
    );
  });
}

/** True for a server of that name; a number alone is also the port of a host called `server` that was pasted. */
function isServer({ name, address }: ServerView, value: string): boolean {
  return fold(name).includes(fold(value)) || (/^\d+$/.test(value) && address.includes(`server:${value}`));
}

/** Where a session stands: it needs the user, waits for its server, lives, or is out. */
export function sessionGroup(
  { profileId, state }: SessionView,
  { dying, waiting }: Pick<Standing, 'dying' | 'waiting'>,
): 'needs-you' | 'waiting' | 'live' | 'signed-out' {
  if (state === 'needs-sign-in' || dying.has(profileId)) return 'needs-you';
  if (waiting.has(profileId)) return 'waiting';
  return state === 'signed-out' ? 'signed-out' : 'live';
}
