import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useState } from 'react';

export type Edge = 'top' | 'bottom';

interface DragBeside {
  /** What it is: things are dropped beside their like alone. */
  readonly sort: string;
  readonly id: string;
  /** The same function each time. */
  readonly onDrop: (draggedId: string, targetId: string, edge: Edge) => void;
}

/** Lets something be dragged beside another one of its sort; answers at which of its edges one would be dropped now. */
export function useDragBeside(
  place: RefObject<HTMLElement | null>,
  { sort, id, onDrop }: DragBeside,
): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    return combine(
      draggable({ element, getInitialData: () => ({ sort, id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.sort === sort,
        getData: ({ input }) =>
          attachClosestEdge({ id }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) =>
          setEdge(source.data.id === id ? null : vertical(extractClosestEdge(self.data))),
        onDragLeave: () => setEdge(null),
        onDrop({ self, source }) {
          setEdge(null);
          const dropped = vertical(extractClosestEdge(self.data));
          if (dropped !== null) onDrop(String(source.data.id), id, dropped);
        },
      }),
    );
  }, [place, sort, id, onDrop]);
  return edge;
}

function vertical(edge: string | null): Edge | null {
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
