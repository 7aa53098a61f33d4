import type { ServerView } from '../contract/server.ts';
import type { Notice } from '../ports.ts';
import type { Need } from '../sessions/needs-user.ts';
import { shortText } from '../words/short-text.ts';
import { words } from '../words/words.ts';
import type { News } from './news.ts';

/** As many as a notification shows; the rest is counted. */
const MOST_NAMES = 4;

const { notices } = words;

/** The words for all news of one moment. Without servers, as behind a lock, nobody is named. */
export function noticeWords(
  news: readonly News[],
  servers: readonly ServerView[] | null,
  now: number,
): Notice {
  const names = servers === null ? null : news.map(({ session }) => nameOf(session, servers));
  const [first] = news;
  if (news.length === 1 && first) {
    const name = names?.[0] ?? notices.unnamed;
    return {
      title:
        first.need === 'ending'
          ? notices.one.ending(name, minutes(news, now))
          : notices.one[first.need](name),
      body: names === null ? notices.locked : notices.whatToDo[first.need],
      button: names === null ? notices.show : notices.signIn,
    };
  }
  return {
    title: titleOf(news, now),
    body: names === null ? notices.locked : firstNames(names),
    button: notices.show,
  };
}

/** As many names as a notification shows, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  if (names.length === 0) return '';
  return notices.names(names.slice(0, MOST_NAMES), Math.max(0, names.length - MOST_NAMES));
}

/** A session as notifications call it. */
export function nameOf(
  { name, serverId }: { readonly name: string; readonly serverId: string },
  servers: readonly ServerView[],
): string {
  const server = servers.find(({ id }) => id === serverId)?.name ?? '';
  return notices.name(shortText(name), shortText(server));
}

function titleOf(news: readonly News[], now: number): string {
  const needs = new Set<Need>(news.map(({ need }) => need));
  const [need] = needs;
  if (need === undefined || needs.size > 1) return notices.several.mixed(news.length);
  return need === 'ending'
    ? notices.several.ending(news.length, minutes(news, now))
    : notices.several[need](news.length);
}

/** Whole minutes until the last of them ends, and never none. */
function minutes(news: readonly News[], now: number): number {
  const left = news.map(({ endsAt }) => Math.ceil(((endsAt ?? now) - now) / 60_000));
  return Math.max(1, ...left);
}
