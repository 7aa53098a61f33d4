import { Failure } from './failure.ts';
import type { Clock } from './ports.ts';
import { kinds } from './servers/kinds.ts';
import type { Keeper } from './sessions/keeper.ts';
import { type About, timelineReport } from './sessions/timeline-report.ts';

/** The timeline of a session as plain text; the server's address stands in it where that is wanted. */
export type TimelineText = (input: { readonly profileId: string; readonly withAddress: boolean }) => string;

export function createTimelineText(parts: {
  readonly keeper: Pick<Keeper, 'state' | 'detail'>;
  readonly clock: Clock;
  readonly about: About;
}): TimelineText {
  const { keeper, clock, about } = parts;
  return ({ profileId, withAddress }) => {
    const { sessions, servers } = keeper.state();
    const view = sessions.find((one) => one.profileId === profileId);
    const server = servers.find(({ id }) => id === view?.serverId);
    if (!view || !server) throw new Failure('unknown-profile');
    const { exchanges, events, fields } = keeper.detail(profileId);
    const said = view.identity?.details.map(({ value }) => value) ?? [];
    return timelineReport({
      about,
      now: clock.now(),
      // What users call a kind of their own may name whom it belongs to.
      kind: kinds.find(({ id }) => id === server.kindId)?.label ?? null,
      address: withAddress ? server.address : null,
      view,
      exchanges,
      events,
      names: [view.name, view.identity?.who ?? '', ...said, ...Object.values(fields)],
    });
  };
}
