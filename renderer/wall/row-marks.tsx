import { Checkbox } from '@base-ui/react/checkbox';
import { Check, Star } from 'lucide-react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { toggleFavourite } from '../state/own-order.ts';
import { extendSelection, toggleSelected } from '../state/selection.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { words } from '../words/words.ts';
import marks from './row-marks.module.css';

const text = words.order;

/** More would push the name out of its row. */
const shownTags = 2;

/**
 * Selects the row together with others. The key for it is Space. Its tick is no `Checkbox.Indicator`: that asks each new row for its
 * animations, which makes the browser style the whole list once per row.
 */
export function RowCheckbox({
  session: { profileId, name },
  selected,
}: {
  readonly session: SessionView;
  readonly selected: boolean;
}) {
  return (
    <Checkbox.Root
      className={marks.check}
      checked={selected}
      tabIndex={-1}
      aria-label={text.select(name)}
      onCheckedChange={(_, { event }) => {
        if ('shiftKey' in event && event.shiftKey === true) extendSelection(profileId);
        else toggleSelected(profileId);
      }}
    >
      <Check size={12} strokeWidth={1.75} aria-hidden="true" />
    </Checkbox.Root>
  );
}

/** What the user sorts a session by: environment, favourite, tags. `near` adds what is made for a pointer or the focus. */
export function RowMarks({
  session: { profileId, name, favourite, tags },
  server,
  near,
}: {
  readonly session: SessionView;
  readonly server: ServerView | undefined;
  readonly near: boolean;
}) {
  return (
    <>
      <EnvironmentTag environment={server?.environment} />
      {(favourite || near) && (
        <IconButton
          label={text.favourite(name)}
          tip={text.favouriteTip}
          keys="F"
          className={marks.star}
          tabIndex={-1}
          aria-pressed={favourite}
          onClick={() => toggleFavourite([profileId])}
        >
          <Star aria-hidden="true" />
        </IconButton>
      )}
      {tags.length > 0 && (
        <span className={marks.tags} title={tags.join(', ')}>
          {tags.slice(0, shownTags).map((tag) => (
            <bdi key={tag} className={`${marks.tag} truncate`}>
              {tag}
            </bdi>
          ))}
          {tags.length > shownTags && <span className={marks.tag}>+{tags.length - shownTags}</span>}
        </span>
      )}
    </>
  );
}
