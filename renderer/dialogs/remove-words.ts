import type { KindView } from '../../electron/contract/server.ts';
import type { Life, SessionView } from '../../electron/contract/session.ts';
import { formatMoment } from '../state/format-time.ts';
import { listed } from '../state/listed.ts';
import { words } from '../words/words.ts';

const said = words.removal;

/** What becomes of a profile's tokens at the server when it is deleted here; null where there are none. */
export function tokensLeft(session: SessionView, kind: KindView | undefined, now: number): string | null {
  const lives = [
    livesOn(said.tokens.access, session.access, now),
    livesOn(said.tokens.refresh, session.refreshToken, now),
  ].filter((life) => life !== null);
  if (lives.length === 0) return null;
  return said.tokensLeft(lives, endingAdvice(kind));
}

function livesOn(name: string, life: Life | null, now: number): string | null {
  if (life === null) return null;
  if (life.expiresAt === null) return said.livesOn(name);
  return life.expiresAt > now ? said.livesUntil(name, formatMoment(life.expiresAt, now)) : null;
}

/** What becomes of the tokens of a server's profiles when it is deleted here; null where there are none. */
export function allTokensLeft(sessions: readonly SessionView[], kind: KindView | undefined): string | null {
  if (!sessions.some(({ access }) => access !== null)) return null;
  return said.allTokensLeft(endingAdvice(kind));
}

/** Which sessions of a deleted server live on there, with a few names at most; `unended` is not empty. */
export function unendedWords(server: string, unended: readonly { readonly name: string }[]): string {
  const names = unended.map(({ name }) => name);
  const shown = listed(names, names.length > MOST_NAMED ? MOST_NAMED - 1 : names.length);
  return said.unendedSessions(server, shown, names.length);
}

/** More names than this make no sentence. */
const MOST_NAMED = 4;

function endingAdvice(kind: KindView | undefined): string {
  return kind && kind.can.end !== 'unsupported' ? said.endsNow : said.cannotEnd;
}

/** How many profiles go with a server, and how many of them are signed in. */
export function profilesLost(sessions: readonly SessionView[]): string {
  if (sessions.length === 0) return said.noProfiles;
  const live = sessions.filter(({ access }) => access !== null).length;
  return said.profilesLost(sessions.length, live);
}
