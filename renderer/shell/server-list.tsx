import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useState } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { mostShownProfiles, ServerGroup } from './server-group.tsx';

export interface ListedServer {
  readonly id: string;
  readonly server: ServerView;
  readonly sessions: readonly SessionView[];
}

/** As many as cost nothing; of more only those in sight are drawn. */
const mostDrawn = 20;
/** A head, a profile, and what lies above the first server. */
const headPx = 48;
const profilePx = 26;
const abovePx = 36;

/** The servers of the sidebar with their profiles. */
export function ServerList({
  servers,
  scroller,
  chosenId,
  openId,
  onMove,
}: {
  readonly servers: readonly ListedServer[];
  readonly scroller: HTMLElement | null;
  /** The server that the wall shows alone. */
  readonly chosenId: string | null;
  /** The profile whose pane is open. */
  readonly openId: string | null;
  /** Moves a server past its neighbour. */
  readonly onMove: (serverId: string, step: -1 | 1) => void;
}) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focused = servers.findIndex(({ id }) => id === focusedId);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      const group = target instanceof Element ? target.closest<HTMLElement>('[data-group]') : null;
      setFocusedId(group?.dataset.group ?? null);
    };
    scroller?.addEventListener('focusin', remember);
    return () => scroller?.removeEventListener('focusin', remember);
  }, [scroller]);
  const groups = useVirtualizer({
    count: servers.length,
    getScrollElement: () => scroller,
    getItemKey: useCallback((index: number) => servers[index]?.id ?? index, [servers]),
    estimateSize: (index) =>
      headPx + profilePx * Math.min(servers[index]?.sessions.length ?? 0, mostShownProfiles),
    scrollMargin: abovePx,
    overscan: 2,
    // Whatever has or had the focus stays, however far it is scrolled away: the keys go on from there.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [...new Set([...defaultRangeExtractor(range), ...(focused < 0 ? [] : [focused])])].sort(
          (one, other) => one - other,
        ),
      [focused],
    ),
    // Something to draw before the place is measured.
    initialRect: { width: 0, height: 720 },
  });
  const isLong = servers.length > mostDrawn;
  const items = groups.getVirtualItems();
  const drawn = isLong ? items.flatMap(({ index }) => servers[index] ?? []) : servers;
  const last = items.at(-1);
  const after = isLong && last ? groups.getTotalSize() + abovePx - last.end : 0;

  return (
    <div style={{ display: 'flow-root', paddingBottom: after }}>
      {drawn.map(({ id, server, sessions }, place) => {
        const item = isLong ? items[place] : undefined;
        // What is not drawn between two of them leaves its room.
        const above = item ? item.start - (items[place - 1]?.end ?? abovePx) : 0;
        return (
          <div
            key={id}
            data-index={item?.index}
            ref={item && groups.measureElement}
            style={above > 0 ? { marginTop: above } : undefined}
            data-group={id}
          >
            <ServerGroup
              server={server}
              sessions={sessions}
              chosen={chosenId === id}
              openId={openId}
              onMove={onMove}
            />
          </div>
        );
      })}
    </div>
  );
}
