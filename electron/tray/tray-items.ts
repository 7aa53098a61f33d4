import type { SessionView } from '../contract/session.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { TrayItem } from '../ports.ts';
import { canRefresh } from '../sessions/refresh-all.ts';
import { shortText } from '../words/short-text.ts';
import { spanText } from '../words/span.ts';
import { locale, words } from '../words/words.ts';
import { isAlive } from './session-order.ts';
import type { TrayAction } from './tray-action.ts';

/** As many as a menu shows without scrolling on a small screen. */
const MOST_SESSIONS = 12;

type Item = TrayItem<TrayAction>;
const { tray } = words;
const line: Item = { kind: 'line' };

/** The tray's menu, the sessions in the order in which they are given. */
export function trayItems(
  snapshot: Snapshot,
  sessions: readonly SessionView[],
  now: number,
): readonly Item[] {
  const { vault, settings } = snapshot;
  const entries =
    vault.status === 'locked'
      ? (vault.countdowns ?? []).map(({ name, serverName, expiresAt }) =>
          item(label(name, serverName, timeLeft(expiresAt, now)), { to: 'open' }),
        )
      : sessions.map((session) => sessionMenu(snapshot, session, now));
  const isUsable = vault.status === 'open' || vault.status === 'memory';
  return [
    ...shortened(entries),
    ...(entries.length > 0 ? [line] : []),
    ...(isUsable ? [item(tray.refreshAll, { to: 'refresh-all' }, sessions.some(canRefresh))] : []),
    ...(vault.status === 'open' ? [item(tray.lock, { to: 'lock' })] : []),
    ...(vault.status === 'locked' ? [item(tray.unlock, { to: 'open' })] : []),
    quietMenu(settings.quietUntil, now),
    ...(isUsable ? [item(tray.settings, { to: 'go', place: { to: 'settings' } })] : []),
    line,
    item(tray.openLanyard, { to: 'open' }),
    item(tray.quit, { to: 'quit' }),
  ];
}

function shortened(entries: readonly Item[]): readonly Item[] {
  const more = entries.length - MOST_SESSIONS;
  return more <= 0 ? entries : [...entries.slice(0, MOST_SESSIONS), item(tray.more(more), { to: 'open' })];
}

function sessionMenu({ servers, settings }: Snapshot, session: SessionView, now: number): Item {
  const { profileId, name, serverId } = session;
  const server = servers.find(({ id }) => id === serverId)?.name ?? '';
  const alive = isAlive(session, now);
  const { copyFormat } = settings;
  return {
    kind: 'menu',
    label: label(name, server, timeOf(session, now)),
    items: [
      item(tray.copyHeader, { to: 'copy', profileId, format: 'header' }, alive),
      ...(copyFormat === 'header'
        ? []
        : [item(tray.copyLast, { to: 'copy', profileId, format: copyFormat }, alive)]),
      session.keptBy === 'nothing'
        ? item(tray.signIn, { to: 'go', place: { to: 'sign-in', profileId } })
        : item(tray.refresh, { to: 'refresh', profileId }, canRefresh(session)),
      item(tray.open, { to: 'go', place: { to: 'session', profileId } }),
    ],
  };
}

function quietMenu(until: number, now: number): Item {
  const isQuiet = until > now;
  return {
    kind: 'menu',
    label: isQuiet ? tray.doNotDisturbUntil(momentText(until, now)) : tray.doNotDisturb,
    items: [
      item(tray.quiet.hour, { to: 'be-quiet', span: 'hour' }),
      item(tray.quiet.tomorrow, { to: 'be-quiet', span: 'tomorrow' }),
      item(tray.quiet.off, { to: 'be-quiet', span: 'off' }, isQuiet),
    ],
  };
}

function timeOf(session: SessionView, now: number): string {
  const { state, access } = session;
  if (state === 'needs-sign-in') return tray.left.needsSignIn;
  if (access === null) return state === 'signing-in' ? tray.left.signingIn : tray.left.signedOut;
  const left = timeLeft(access.expiresAt, now);
  return state === 'cannot-refresh' ? tray.left.cannotRefresh(left) : left;
}

function timeLeft(endsAt: number | null, now: number): string {
  if (endsAt === null) return tray.left.unknown;
  return endsAt <= now ? tray.left.over : spanText(endsAt - now);
}

function label(name: string, server: string, time: string): string {
  return tray.session(shortText(name), shortText(server), time);
}

function item(text: string, action: TrayAction, isEnabled = true): Item {
  return { kind: 'item', label: text, isEnabled, action };
}

const moment = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayAndMoment = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function momentText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (isToday ? moment : dayAndMoment).format(at);
}
