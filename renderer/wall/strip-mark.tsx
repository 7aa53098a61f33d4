import { PreviewCard } from '@base-ui/react/preview-card';
import type { KeyboardEvent } from 'react';
import { openPane } from '../state/wall-view.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import {
  closeStripCard,
  enterStripCard,
  forgetDismissed,
  stripCard,
  triggerId,
} from './strip-card-handle.ts';
import { markName } from './strip-entries.ts';
import { diesRadius, markGap, moreRoom, nameOffset, refreshRadius, type StripMark } from './strip-layout.ts';
import styles from './time-strip.module.css';

const firstLanePx = 3;
const lanePx = 17;
/** As long as it takes not to be on the way to elsewhere. */
const openDelayMs = 200;
const closeDelayMs = 150;

/** A session on the strip, or several that die at nearly the same time. `reachable` gives it the strip's one stop for the Tab key. */
export function Mark({
  mark,
  open,
  reachable,
}: {
  readonly mark: StripMark;
  readonly open: boolean;
  readonly reachable: boolean;
}) {
  const { diesX, refreshX, lane, side, labelWidth, more } = mark;
  const { profileId, name, state } = mark.entry;
  const start = refreshX === null ? diesX - diesRadius : refreshX - refreshRadius;
  // What is kept free for a count that does not stand there belongs to nobody.
  const from = side === 'left' && labelWidth > 0 ? mark.fromX : start;
  // Room for the name: what the count leaves of the label.
  const nameRoom = labelWidth - (more.length > 0 ? moreRoom : 0);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || more.length === 0) return;
    event.preventDefault();
    enterStripCard(profileId);
  }

  return (
    <li
      className={styles.mark}
      data-state={state}
      data-open={open || undefined}
      style={{ top: firstLanePx + lane * lanePx, left: from, width: mark.toX - from }}
    >
      <PreviewCard.Trigger
        handle={stripCard}
        payload={profileId}
        id={triggerId(profileId)}
        delay={openDelayMs}
        closeDelay={closeDelayMs}
        render={
          <button
            type="button"
            className={styles.target}
            data-mark={profileId}
            tabIndex={reachable ? 0 : -1}
            aria-label={markName(mark)}
            aria-current={open || undefined}
            onKeyDown={onKeyDown}
            onBlur={forgetDismissed}
            onClick={() => {
              if (more.length > 0) enterStripCard(profileId);
              else {
                closeStripCard();
                openPane(profileId);
              }
            }}
          />
        }
      />
      {refreshX !== null && (
        <>
          <i className={styles.lead} style={{ left: refreshX - from, width: diesX - refreshX }} />
          <i className={styles.refresh} style={{ left: refreshX - from }} />
        </>
      )}
      <span className={styles.dies} style={{ left: diesX - from }}>
        <StateGlyph state={state} />
      </span>
      {labelWidth > 0 && (
        <span
          className={styles.name}
          data-side={side}
          style={{
            left: side === 'right' ? diesX + nameOffset - from : start - markGap - from,
            maxWidth: labelWidth,
          }}
          aria-hidden="true"
        >
          {nameRoom > 0 && <bdi>{name}</bdi>}
          {more.length > 0 && <b>+{more.length}</b>}
        </span>
      )}
    </li>
  );
}
