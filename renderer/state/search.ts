import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';

/** True where every word that was typed stands somewhere in the texts; case and accents do not matter. */
export function matchesQuery(query: string, texts: readonly string[]): boolean {
  const haystack = fold(texts.join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

export function sessionTexts(session: SessionView, server: ServerView | undefined): readonly string[] {
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
