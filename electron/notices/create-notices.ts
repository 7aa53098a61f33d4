import type { Place } from '../contract/place.ts';
import type { Settings } from '../contract/settings.ts';
import type { Clock, Notice, Notifier } from '../ports.ts';
import type { Keeper } from '../sessions/keeper.ts';
import { createScheduler } from '../sessions/scheduler.ts';
import { afterTelling, type News, newsOf, nextNewsAt, nothingTold, type Told } from './news.ts';
import { noticeWords } from './notice-words.ts';

/** What comes within this time of the first is told together with it. */
const TOGETHER_MINUTES = 0.5;

/** Announces what needs the user, once each, and is quiet when nobody wants to hear it. */
export interface Notices {
  /** Looks anew: after every change of the sessions, the settings or the lock. */
  look(): void;
  /** Looks at the clock at once: after sleep. */
  wake(): void;
  /** Shows an answer to what the user did outside of the window, unless nothing is to be announced. */
  answer(notice: Notice, place: Place): void;
}

export function createNotices(parts: {
  readonly clock: Clock;
  readonly keeper: Pick<Keeper, 'state'>;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** True while names may be shown: the vault is not locked, or countdowns are shown behind the lock. */
  readonly mayName: () => boolean;
  /** True while the window has the user's eyes, and shows all of this itself. */
  readonly isWatched: () => boolean;
  readonly goTo: (place: Place) => void;
}): Notices {
  const { clock, keeper, notifier, settings } = parts;
  const told = new Map<string, Told>();
  const scheduler = createScheduler({ clock, nextAt, onDue: look, onClockBack: () => {} });

  function isQuiet(): boolean {
    return clock.now() < settings().quietUntil;
  }

  function nextAt(): number | null {
    const { notify, warnMinutes, quietUntil } = settings();
    const { sessions } = keeper.state();
    if (!notify || sessions.length === 0) return null;
    const now = clock.now();
    if (now < quietUntil) return quietUntil;
    return sessions
      .map((session) => nextNewsAt(session, told.get(session.profileId), now, warnMinutes))
      .reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
  }

  function news(ahead = 0): readonly News[] {
    const warnMinutes = settings().warnMinutes + ahead;
    return keeper.state().sessions.flatMap((session) => {
      const one = newsOf(session, told.get(session.profileId), clock.now(), warnMinutes);
      return one === null ? [] : [one];
    });
  }

  function mark(what: readonly News[]): void {
    const { warnMinutes } = settings();
    for (const one of what) {
      const { profileId } = one.session;
      told.set(profileId, afterTelling(one, told.get(profileId), clock.now(), warnMinutes));
    }
  }

  /** What was over before Lanyard looked for the first time is old. */
  function meetNewOnes(): void {
    const { sessions } = keeper.state();
    mark(news().filter(({ session, need }) => need !== 'ending' && !told.has(session.profileId)));
    for (const { profileId } of sessions) {
      if (!told.has(profileId)) told.set(profileId, nothingTold);
    }
  }

  function look(): void {
    const { notify } = settings();
    meetNewOnes();
    if (news().length > 0 && !(notify && isQuiet())) {
      const together = news(TOGETHER_MINUTES);
      mark(together);
      if (notify && !parts.isWatched()) tell(together);
    }
    scheduler.plan();
  }

  function tell(what: readonly News[]): void {
    const servers = parts.mayName() ? keeper.state().servers : null;
    const [first] = what;
    const place: Place =
      what.length === 1 && first ? { to: 'sign-in', profileId: first.session.profileId } : { to: 'wall' };
    notifier.show(noticeWords(what, servers, clock.now()), () => parts.goTo(place));
  }

  return {
    look,
    wake: scheduler.wake,
    answer(notice, place) {
      if (settings().notify && !isQuiet()) notifier.show(notice, () => parts.goTo(place));
    },
  };
}
