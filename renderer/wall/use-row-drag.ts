import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';
import { moveBeside } from '../state/own-order.ts';

type Edge = 'top' | 'bottom';

/** Lets a row be dragged beside another one; answers at which of its edges one would be dropped now. */
export function useRowDrag(row: RefObject<HTMLElement | null>, profileId: string): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    return combine(
      draggable({ element, getInitialData: () => ({ profileId }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.profileId === 'string',
        getData: ({ input }) =>
          attachClosestEdge({ profileId }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) =>
          setEdge(source.data.profileId === profileId ? null : vertical(extractClosestEdge(self.data))),
        onDragLeave: () => setEdge(null),
        onDrop({ self, source }) {
          setEdge(null);
          const dropped = vertical(extractClosestEdge(self.data));
          if (dropped !== null) moveBeside(String(source.data.profileId), profileId, dropped);
        },
      }),
    );
  }, [row, profileId]);
  return edge;
}

function vertical(edge: string | null): Edge | null {
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
