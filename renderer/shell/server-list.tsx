import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback } from 'react';
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
  const groups = useVirtualizer({
    count: servers.length,
    getScrollElement: () => scroller,
    getItemKey: useCallback((index: number) => servers[index]?.id ?? index, [servers]),
    estimateSize: (index) =>
      headPx + profilePx * Math.min(servers[index]?.sessions.length ?? 0, mostShownProfiles),
    scrollMargin: abovePx,
    overscan: 2,
    // Something to draw before the place is measured.
    initialRect: { width: 0, height: 720 },
  });
  const isLong = servers.length > mostDrawn;
  const items = groups.getVirtualItems();
  const drawn = isLong ? items.flatMap(({ index }) => servers[index] ?? []) : servers;
  const [first, last] = [items[0], items.at(-1)];
  const before = isLong && first ? first.start - abovePx : 0;
  const after = isLong && last ? groups.getTotalSize() + abovePx - last.end : 0;

  return (
    <div style={{ paddingTop: before, paddingBottom: after }}>
      {drawn.map(({ id, server, sessions }, place) => (
        <div
          key={id}
          data-index={isLong ? items[place]?.index : undefined}
          ref={isLong ? groups.measureElement : undefined}
        >
          <ServerGroup
            server={server}
            sessions={sessions}
            chosen={chosenId === id}
            openId={openId}
            onMove={onMove}
          />
        </div>
      ))}
    </div>
  );
}
