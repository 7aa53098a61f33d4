import type { KindView } from '../../electron/contract/server.ts';
import type { Life, SessionView } from '../../electron/contract/session.ts';
import { formatMoment } from '../state/format-time.ts';
import { listed } from '../state/listed.ts';

/** What becomes of a profile's tokens at the server when it is deleted here; null where there are none. */
export function tokensLeft(session: SessionView, kind: KindView | undefined, now: number): string | null {
  const lives = [
    livesOn('access token', session.access, now),
    livesOn('refresh token', session.refreshToken, now),
  ].filter((words) => words !== null);
  if (lives.length === 0) return null;
  return `Deleting does not end tokens at the server: the ${lives.join(', the ')}. ${endingAdvice(kind)}`;
}

function livesOn(name: string, life: Life | null, now: number): string | null {
  if (life === null) return null;
  if (life.expiresAt === null) return `${name} lives on, nobody knows for how long`;
  return life.expiresAt > now ? `${name} lives on until ${formatMoment(life.expiresAt, now)}` : null;
}

/** What becomes of the tokens of a server's profiles when it is deleted here; null where there are none. */
export function allTokensLeft(sessions: readonly SessionView[], kind: KindView | undefined): string | null {
  if (!sessions.some(({ access }) => access !== null)) return null;
  return `Deleting does not end tokens at the server: they live on until their end. ${endingAdvice(kind)}`;
}

/** Which sessions of a deleted server live on there, with a few names at most; `unended` is not empty. */
export function unendedWords(server: string, unended: readonly { readonly name: string }[]): string {
  const names = unended.map(({ name }) => name);
  const words = listed(names, names.length > MOST_NAMED ? MOST_NAMED - 1 : names.length);
  return `${server} is deleted, but ${words} ${names.length > 1 ? 'were' : 'was'} not signed out at the server.`;
}

/** More names than this make no sentence. */
const MOST_NAMED = 4;

function endingAdvice(kind: KindView | undefined): string {
  return kind && kind.can.end !== 'unsupported'
    ? 'Sign out at the server too, and they end now.'
    : 'This kind of server has no way to end them early.';
}

/** How many profiles go with a server, and how many of them are signed in. */
export function profilesLost(sessions: readonly SessionView[]): string {
  if (sessions.length === 0) return 'It has no profiles.';
  const live = sessions.filter(({ access }) => access !== null).length;
  if (sessions.length === 1) return `Its one profile goes with it${live > 0 ? ', signed in as it is' : ''}.`;
  return `Its ${sessions.length} profiles go with it${live > 0 ? `, ${live} of them signed in` : ''}.`;
}
