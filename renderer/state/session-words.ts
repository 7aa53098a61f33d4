import type { SessionState, SessionView } from '../../electron/contract/session.ts';
import { words } from '../words/words.ts';
import { formatCountdown, formatLongSpan } from './format-duration.ts';
import { formatMoment } from './format-time.ts';

const said = words.sessionStates;

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
  const from = refreshingFrom(session);
  return from !== null && from <= now ? 'refreshing' : session.state;
}

/** From when on a fresh session is shown as about to be refreshed; null for one that time alone does not change. */
export function refreshingFrom({ state, access, nextActionAt }: SessionView): number | null {
  if (state !== 'fresh' || nextActionAt === null || access?.expiresAt == null) return null;
  return nextActionAt - Math.min(soonMs, (access.expiresAt - access.receivedAt) * soonShare);
}

export function stateWords(session: SessionView, now: number): StateWords {
  const until = session.nextActionAt === null ? null : session.nextActionAt - now;
  const within = until !== null && until >= 1000 ? formatCountdown(until) : null;
  switch (shownState(session, now)) {
    case 'fresh':
      return same(said.fresh);
    case 'refreshing': {
      const coming = session.keptBy === 'login-again' ? said.signingInAgain : said.refreshing;
      return session.state === 'refreshing' ? same(coming.name) : counted(coming, within);
    }
    case 'signing-in':
      return same(said.signingIn);
    case 'cannot-refresh':
      return {
        long: said.cannotRefresh,
        short: said.cannotRefreshShort,
        name: said.cannotRefresh,
      };
    case 'retrying':
      return counted(said.retrying, within);
    case 'needs-sign-in':
      return same(said.needsSignIn);
    case 'signed-out':
      return same(said.signedOut);
  }
}

/** What is about to happen, with the time until then where that is known. */
function counted(coming: typeof said.retrying, within: string | null): StateWords {
  const { name, long, short } = coming;
  return within === null ? same(name) : { long: long(within), short: short(within), name };
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
  if (session.unsaved) return { text: said.unsaved, value: '' };
  switch (session.state) {
    case 'fresh':
    case 'refreshing':
      return signInLeft(session, now);
    case 'retrying': {
      const { text, value } = signInLeft(session, now);
      const why = session.problem?.status === undefined ? said.noAnswer : String(session.problem.status);
      return { text: said.tryingAgain(why, text), value };
    }
    case 'signing-in':
      return { text: said.waiting, value: '' };
    case 'cannot-refresh':
      return {
        text: session.refreshToken === null ? said.noRefreshToken : said.refreshTokenOver,
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
      ? { text: said.leftIs, value: said.notKnown }
      : {
          text: refreshToken.source === 'documented' ? said.leftIsAbout : said.leftIs,
          value: formatLongSpan(refreshToken.expiresAt - now),
        };
  }
  if (keptBy === 'login-again') return { text: said.byItself, value: '' };
  return { text: said.noRefreshToken, value: '' };
}

function whySignedOut({ problem, sinceAt, identity }: SessionView, now: number): string {
  if (problem?.code === 'server-changed') return said.serverChanged;
  if (problem?.code === 'record-damaged') return said.damaged;
  if (sinceAt !== null) return said.since(formatMoment(sinceAt, now));
  return identity === null ? said.notYet : said.sinceUnknown;
}

function whyNeedsSignIn({ problem, sinceAt, access }: SessionView, now: number): string {
  const when = sinceAt === null ? null : formatMoment(sinceAt, now);
  switch (problem?.code) {
    case undefined:
      return access === null || sinceAt === null ? said.ended(when) : said.died(when);
    case 'one-time-password-needed':
      return said.asksForCode;
    case 'nothing-to-refresh-with':
      return said.endedWithout(when);
    case 'credentials-refused':
    case 'client-refused':
      return said.signInRefused(when);
    case 'refresh-lost':
      return said.answerLost(when);
    case 'token-refused':
      return said.tokenRefused(when);
    case 'record-damaged':
      return said.damaged;
    default:
      return said.refreshRefused(when);
  }
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

/** True where the token is over, and Lanyard goes on trying to get the next one. */
export function isWaiting({ access, state }: SessionView, now: number): boolean {
  const isTried = state === 'fresh' || state === 'refreshing' || state === 'retrying';
  return isTried && access?.expiresAt != null && access.expiresAt <= now;
}

/** The share of the access token's life that is left, 0 to 1; null where nothing lives or no end is known. */
export function shareLeft({ access }: SessionView, now: number): number | null {
  if (access?.expiresAt == null || access.expiresAt <= now) return null;
  const life = access.expiresAt - access.receivedAt;
  return life <= 0 ? null : Math.min(1, (access.expiresAt - now) / life);
}
