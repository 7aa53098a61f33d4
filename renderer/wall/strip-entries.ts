import type { SessionView } from '../../electron/contract/session.ts';
import { formatTime } from '../state/format-time.ts';
import { shownState } from '../state/session-words.ts';
import { words } from '../words/words.ts';
import type { StripEntry, StripMark } from './strip-layout.ts';

const said = words.strip;

/** A mark may stand for hundreds, and nobody listens to so many names. */
const mostSpoken = 5;

/** What of the sessions the strip shows: those that live, and have a known end. */
export function stripEntries(sessions: readonly SessionView[], now: number): readonly StripEntry[] {
  return sessions.flatMap((session) => {
    const { profileId, name, access, keptBy, nextActionAt } = session;
    if (access?.expiresAt == null || access.expiresAt <= now) return [];
    return [
      {
        profileId,
        name,
        state: shownState(session, now),
        diesAt: access.expiresAt,
        nextActionAt: keptBy === 'nothing' ? null : nextActionAt,
      },
    ];
  });
}

/** All that a mark stands for, by their deaths. */
export function entriesOf(mark: StripMark): readonly StripEntry[] {
  return [mark.entry, ...mark.more];
}

/** The mark that stands for a session, alone or with others. */
export function markOf(marks: readonly StripMark[], profileId: string | null): StripMark | undefined {
  if (profileId === null) return undefined;
  return marks.find(
    ({ entry, more }) => entry.profileId === profileId || more.some((one) => one.profileId === profileId),
  );
}

/** What a mark is called. */
export function markName(mark: StripMark): string {
  const entries = entriesOf(mark);
  const spoken = entries
    .slice(0, mostSpoken)
    .map(({ name, diesAt, nextActionAt }) =>
      said.diesAt(name, formatTime(diesAt), nextActionAt === null ? null : formatTime(nextActionAt)),
    )
    .join('; ');
  const others = entries.length - mostSpoken;
  return others > 0 ? said.andMore(spoken, others) : spoken;
}
