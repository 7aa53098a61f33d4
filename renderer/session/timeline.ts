import type { Exchange, SessionDetail, SessionEvent, SessionView } from '../../electron/contract/session.ts';
import { lostScope } from '../compare/lost-scope.ts';

/** One line of the timeline. */
export type TimelineItem =
  | { readonly kind: 'planned'; readonly at: number; readonly what: 'refresh' | 'sign-in' | 'retry' }
  | { readonly kind: 'event'; readonly at: number; readonly what: SessionEvent['what'] }
  | {
      readonly kind: 'shrank';
      readonly at: number;
      readonly what: NonNullable<SessionView['replacedBy']>;
      readonly lost: readonly string[];
    }
  | { readonly kind: 'exchange'; readonly at: number; readonly exchange: Exchange };

/** What is planned, then what happened until now, the newest first. */
export function timelineOf(
  session: SessionView,
  detail: SessionDetail,
  now: number,
): readonly TimelineItem[] {
  const { nextActionAt, keptBy, state, access, replacedBy } = session;
  const { exchanges, events } = detail;
  const lost = access && replacedBy ? lostScope(session, detail) : [];
  const past: TimelineItem[] = [
    ...exchanges.map((exchange) => ({ kind: 'exchange', at: exchange.at, exchange }) as const),
    ...events.filter(({ at }) => at <= now).map((event) => ({ kind: 'event', ...event }) as const),
    ...(access && replacedBy && lost.length > 0
      ? [{ kind: 'shrank', at: access.receivedAt, what: replacedBy, lost } as const]
      : []),
  ];
  past.sort((one, other) => other.at - one.at);
  if (nextActionAt === null || keptBy === 'nothing') return past;
  const renewal = keptBy === 'refresh-token' ? 'refresh' : 'sign-in';
  return [{ kind: 'planned', at: nextActionAt, what: state === 'retrying' ? 'retry' : renewal }, ...past];
}

/** True for a call that did not do what it was for; a proof is meant to be refused. */
export function hasFailed({ purpose, outcome }: Exchange): boolean {
  return purpose === 'proof' ? outcome !== 'refused' : outcome !== 'ok';
}
