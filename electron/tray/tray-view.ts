import type { SessionView } from '../contract/session.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { TrayFace, TrayView } from '../ports.ts';
import { endWithoutUser, needOf } from '../sessions/needs-user.ts';
import { spanText } from '../words/span.ts';
import { words } from '../words/words.ts';
import { bySoonestNeed, isAlive } from './session-order.ts';
import type { TrayAction } from './tray-action.ts';
import { trayItems } from './tray-items.ts';

const { tray } = words;

/** What the tray shows of the whole state; a locked one has no names in it but those that the snapshot itself lets through. */
export function trayView(snapshot: Snapshot, now: number): TrayView<TrayAction> {
  const sessions = bySoonestNeed(snapshot.sessions, now, snapshot.settings.warnMinutes);
  return {
    face: faceOf(snapshot, now),
    tooltip: tray.tooltip(summary(snapshot, now)),
    items: trayItems(snapshot, sessions, now),
  };
}

/** When the countdown of what ends first says something else; `null` where nothing counts down. */
export function nextMinuteAt({ sessions, vault }: Snapshot, now: number): number | null {
  const shown = vault.status === 'locked' ? (vault.countdowns ?? []) : sessions.map(endOf);
  const left = shown.flatMap(({ expiresAt }) =>
    expiresAt !== null && expiresAt > now ? [expiresAt - now] : [],
  );
  if (left.length === 0) return null;
  // The text is rounded down, so that it changes just after a whole minute is left.
  return now + (Math.min(...left) % 60_000) + 1;
}

function endOf({ access }: SessionView): { readonly expiresAt: number | null } {
  return { expiresAt: access?.expiresAt ?? null };
}

function faceOf({ vault, sessions, settings, problem }: Snapshot, now: number): TrayFace {
  if (vault.status === 'locked') return 'locked';
  const needsUser = sessions.some((session) => needOf(session, now, settings.warnMinutes) !== null);
  return problem !== null || vault.status === 'unreadable' || needsUser ? 'needs-you' : 'well';
}

function summary({ vault, sessions, settings, problem }: Snapshot, now: number): readonly string[] {
  if (vault.status === 'locked') return [tray.locked];
  if (vault.status === 'starting') return [tray.starting];
  if (vault.status === 'none') return [tray.noVault];
  if (vault.status === 'unreadable') return [tray.unreadable];
  const live = sessions.filter((session) => isAlive(session, now)).length;
  const needy = sessions.filter((session) => needOf(session, now, settings.warnMinutes) !== null).length;
  const ends = sessions.map(endWithoutUser).filter((at) => at !== null && at > now);
  const next = ends.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
  return [
    ...(problem === null ? [] : [tray.cannotSave]),
    live === 0 && needy === 0 ? tray.nobody : tray.live(live),
    ...(needy === 0 ? [] : [tray.needYou(needy)]),
    ...(next === null ? [] : [tray.nextEnds(spanText(next - now))]),
  ];
}
