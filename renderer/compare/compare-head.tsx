import type { ReactNode } from 'react';
import { useClock } from '../state/clock.ts';
import { formatSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import styles from './compare-head.module.css';
import type { ComparedToken } from './compare-tokens.ts';

const text = words.compare;

/** One of two tokens: whose it is, and what can be compared of it. */
export interface Side {
  readonly name: ReactNode;
  /** The server, where there is one. */
  readonly of: ReactNode;
  readonly compared: ComparedToken;
}

/** Whose token it is, when it came and when it ends. */
export function CompareHead({ label, side }: { readonly label: string; readonly side: Side }) {
  const { endsAt, receivedAt } = side.compared;
  const isOver = useClock((now) => endsAt !== null && endsAt <= now);
  const end = useClock((now) => endWords(endsAt, now));
  const received = useClock((now) =>
    receivedAt === null
      ? ''
      : text.received(formatExactMoment(receivedAt, now), formatSpan(now - receivedAt)),
  );
  return (
    <div className={styles.head}>
      <Tag tone="accent">{label}</Tag>
      <div className={styles.who}>
        <strong>
          <bdi>{side.name}</bdi>
        </strong>
        {side.of !== null && <bdi>{side.of}</bdi>}
        {received !== '' && <span>{received}</span>}
        <StateChip
          state={endsAt === null ? 'cannot-refresh' : isOver ? 'needs-sign-in' : 'fresh'}
          className={styles.end}
        >
          {end}
        </StateChip>
      </div>
    </div>
  );
}

function endWords(endsAt: number | null, now: number): string {
  if (endsAt === null) return text.noEnd;
  const moment = formatExactMoment(endsAt, now);
  const { ended, endsIn } = words.inspector;
  return endsAt <= now ? ended(formatSpan(now - endsAt), moment) : endsIn(formatSpan(endsAt - now), moment);
}
