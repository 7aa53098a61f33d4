import type { SessionState, SessionView } from '../../electron/contract/session.ts';
import { formatCountdown, formatLongSpan } from './format-duration.ts';
import { formatMoment } from './format-time.ts';

/** A state in words: in full, for a narrow place, and without the countdown for a name that must stand still. */
export interface StateWords {
  readonly long: string;
  readonly short: string;
  readonly name: string;
}

/** A refresh this near is shown as under way: within a minute, or the last fifth of a short life. */
const soonMs = 60_000;
const soonShare = 0.2;

/** The state as it is shown: one that is about to be refreshed already looks so. */
export function shownState(session: SessionView, now: number): SessionState {
  const { state, access, nextActionAt } = session;
  if (state !== 'fresh' || nextActionAt === null || access?.expiresAt == null) return state;
  const soon = Math.min(soonMs, (access.expiresAt - access.receivedAt) * soonShare);
  return nextActionAt - now <= soon ? 'refreshing' : 'fresh';
}

export function stateWords(session: SessionView, now: number): StateWords {
  const until = session.nextActionAt === null ? null : session.nextActionAt - now;
  const within = until !== null && until >= 1000 ? formatCountdown(until) : null;
  switch (shownState(session, now)) {
    case 'fresh':
      return same('Fresh');
    case 'refreshing': {
      const again = session.keptBy === 'login-again';
      const name = again ? 'Signing in again' : 'Refreshing';
      if (session.state === 'refreshing' || within === null) return same(name);
      return { long: `${name} in ${within}`, short: `${again ? 'Again' : 'Refresh'} in ${within}`, name };
    }
    case 'signing-in':
      return same('Signing in');
    case 'cannot-refresh':
      return {
        long: 'Signed in, cannot refresh',
        short: 'Cannot refresh',
        name: 'Signed in, cannot refresh',
      };
    case 'retrying':
      if (within === null) return same('Retrying');
      return { long: `Retrying in ${within}`, short: `Retry in ${within}`, name: 'Retrying' };
    case 'needs-sign-in':
      return same('Needs sign-in');
    case 'signed-out':
      return same('Signed out');
  }
}

function same(words: string): StateWords {
  return { long: words, short: words, name: words };
}

/** A line in two weights: what it says, and the value that the eye looks for. */
export interface LineWords {
  readonly text: string;
  readonly value: string;
}

/** What the wall says below the state: how long the sign-in still lasts, or why it is over. */
export function secondLine(session: SessionView, now: number): LineWords {
  if (session.unsaved) return { text: 'New token not saved yet', value: '' };
  switch (session.state) {
    case 'fresh':
    case 'refreshing':
      return signInLeft(session, now);
    case 'retrying': {
      const { text, value } = signInLeft(session, now);
      const why = session.problem?.status === undefined ? 'No answer' : String(session.problem.status);
      return { text: `${why}, ${lowerFirst(text)}`, value };
    }
    case 'signing-in':
      return { text: 'Waiting for the server', value: '' };
    case 'cannot-refresh':
      return {
        text: session.refreshToken === null ? 'No refresh token' : 'Refresh token is over',
        value: '',
      };
    case 'needs-sign-in':
      return { text: whyNeedsSignIn(session, now), value: '' };
    case 'signed-out':
      return { text: whySignedOut(session, now), value: '' };
  }
}

function signInLeft({ keptBy, refreshToken }: SessionView, now: number): LineWords {
  if (keptBy === 'refresh-token' && refreshToken !== null) {
    return refreshToken.expiresAt === null
      ? { text: 'Sign-in left ', value: 'not known' }
      : {
          text: refreshToken.source === 'documented' ? 'Sign-in left about ' : 'Sign-in left ',
          value: formatLongSpan(refreshToken.expiresAt - now),
        };
  }
  if (keptBy === 'login-again') return { text: 'Signs in again by itself', value: '' };
  return { text: 'No refresh token', value: '' };
}

function whySignedOut({ problem, sinceAt, identity }: SessionView, now: number): string {
  if (problem?.code === 'server-changed') return 'Its server was changed';
  if (problem?.code === 'record-damaged') return 'Its record in the vault is damaged';
  if (sinceAt !== null) return `Since ${formatMoment(sinceAt, now)}`;
  return identity === null ? 'Not signed in yet' : 'Nobody knows since when';
}

function whyNeedsSignIn({ problem, sinceAt, access }: SessionView, now: number): string {
  const when = sinceAt === null ? '' : ` ${formatMoment(sinceAt, now)}`;
  switch (problem?.code) {
    case undefined:
      return access === null || sinceAt === null ? `Ended${when}` : `Token died${when}`;
    case 'one-time-password-needed':
      return 'Asks for a one-time password';
    case 'nothing-to-refresh-with':
      return `Ended${when}, no refresh token`;
    case 'credentials-refused':
    case 'client-refused':
      return `Sign-in refused${when}`;
    case 'refresh-lost':
      return `Answer to a refresh lost${when}`;
    case 'token-refused':
      return `Token refused${when}`;
    case 'record-damaged':
      return 'Its record in the vault is damaged';
    default:
      return `Refresh refused${when}`;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** True from the chosen time before the end on, where nothing but the user can keep the session. */
export function isDying({ state, access }: SessionView, now: number, warnMinutes: number): boolean {
  if (state !== 'cannot-refresh' || access?.expiresAt == null) return false;
  return access.expiresAt - now <= warnMinutes * 60_000;
}

/** True where there is a token that may still be used. An unknown end counts as alive. */
export function isAlive({ access }: SessionView, now: number): boolean {
  return access !== null && (access.expiresAt === null || access.expiresAt > now);
}

/** The share of the access token's life that is left, 0 to 1; null where nothing lives or no end is known. */
export function shareLeft({ access }: SessionView, now: number): number | null {
  if (access?.expiresAt == null || access.expiresAt <= now) return null;
  const life = access.expiresAt - access.receivedAt;
  return life <= 0 ? null : Math.min(1, (access.expiresAt - now) / life);
}
