import { PreviewCard } from '@base-ui/react/preview-card';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './strip-card.module.css';
import { closeStripCard, dismissStripCard, isDismissed, stripCard, takeEntry } from './strip-card-handle.ts';
import { StripCardMany } from './strip-card-many.tsx';
import { StripCardOne } from './strip-card-one.tsx';
import { entriesOf } from './strip-entries.ts';
import type { StripMark } from './strip-layout.ts';
import { markButton } from './use-strip-keys.ts';

/** What will happen when, to the session under the pointer or with the focus, or to each of those that a mark stands for. */
export function StripCard({
  marks,
  place,
}: {
  readonly marks: readonly StripMark[];
  readonly place: RefObject<HTMLElement | null>;
}) {
  return (
    <PreviewCard.Root
      handle={stripCard}
      onOpenChange={(open, details) => {
        if (open && details.reason === 'trigger-focus' && isDismissed(details.trigger?.id)) details.cancel();
      }}
    >
      {({ payload }) => {
        const mark = marks.find(({ entry }) => entry.profileId === payload);
        return (
          <PreviewCard.Portal container={place}>
            <PreviewCard.Positioner
              className={styles.positioner}
              positionMethod="fixed"
              side="bottom"
              align="center"
              sideOffset={6}
              collisionPadding={8}
            >
              {mark && <Card mark={mark} />}
            </PreviewCard.Positioner>
          </PreviewCard.Portal>
        );
      }}
    </PreviewCard.Root>
  );
}

function Card({ mark }: { readonly mark: StripMark }) {
  const card = useRef<HTMLDivElement>(null);
  const { more } = mark;
  const { profileId } = mark.entry;

  useLayoutEffect(() => {
    if (takeEntry()) card.current?.querySelector('button')?.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    dismissStripCard(profileId);
    markButton(profileId)?.focus();
  }

  return (
    <PreviewCard.Popup
      ref={card}
      className={styles.card}
      data-strip-card={profileId}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !card.current?.contains(relatedTarget)) closeStripCard();
      }}
    >
      {more.length === 0 ? (
        <StripCardOne profileId={profileId} />
      ) : (
        <StripCardMany entries={entriesOf(mark)} />
      )}
    </PreviewCard.Popup>
  );
}
