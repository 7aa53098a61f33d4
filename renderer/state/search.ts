import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';

/** True where every word that was typed stands somewhere in the texts; case and accents do not matter. */
export function matchesQuery(query: string, texts: readonly string[]): boolean {
  const haystack = fold(texts.join(' '));
  return searchedWords(query).every((word) => haystack.includes(word));
}

/** The words of a query as they are compared. */
export function searchedWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

interface FoldedSession {
  readonly server: ServerView | undefined;
  readonly text: string;
}

/** A session that nothing changed of is the same object, so that its text is folded once and not at each key. */
const folded = new WeakMap<SessionView, FoldedSession>();

/** Everything that a session is found by, as it is compared. */
export function sessionText(session: SessionView, server: ServerView | undefined): string {
  const known = folded.get(session);
  if (known !== undefined && known.server === server) return known.text;
  const text = fold(sessionTexts(session, server).join(' '));
  folded.set(session, { server, text });
  return text;
}

function sessionTexts(session: SessionView, server: ServerView | undefined): readonly string[] {
  return [
    session.name,
    session.identity?.who ?? '',
    ...session.tags,
    ...(server === undefined ? [] : serverTexts(server)),
  ];
}

export function serverTexts({ name, address, environment }: ServerView): readonly string[] {
  return environment === 'none' ? [name, address] : [name, address, environment];
}

/** A text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
