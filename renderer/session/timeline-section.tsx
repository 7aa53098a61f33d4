import { useState } from 'react';
import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { mostNamed } from '../compare/headlines.ts';
import { useClock } from '../state/clock.ts';
import { formatDay, formatTime } from '../state/format-time.ts';
import { listed } from '../state/listed.ts';
import { openDialog } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { ExchangeLine } from './exchange-line.tsx';
import { FailedExchange } from './failed-exchange.tsx';
import { Section } from './section.tsx';
import { hasFailed, type TimelineItem, timelineOf } from './timeline.ts';
import styles from './timeline-section.module.css';

const text = words.timeline;

/** What is planned for this session, every call to its server, and what else happened: the newest first. */
export function TimelineSection({
  session,
  detail,
}: {
  readonly session: SessionView;
  readonly detail: SessionDetail;
}) {
  const [onlyFailures, setOnlyFailures] = useState(false);
  // What time alone changes is looked at when one of them comes to pass, not every second.
  const lastAt = useClock((now) =>
    Math.max(0, ...detail.events.map(({ at }) => at).filter((at) => at <= now)),
  );
  const all = timelineOf(session, detail, lastAt);
  const failures = all.filter((item) => item.kind === 'exchange' && hasFailed(item.exchange));
  const items = onlyFailures ? failures : all;
  const days = useClock((now) => items.map(({ at }) => formatDay(at, now)).join('|')).split('|');
  if (all.length === 0) {
    return (
      <Section title={text.title}>
        <p className={styles.none}>{text.nothing}</p>
      </Section>
    );
  }

  return (
    <Section
      title={text.title}
      aside={
        <span className={styles.tools}>
          <Button look="ghost" aria-pressed={onlyFailures} onClick={() => setOnlyFailures(!onlyFailures)}>
            {text.onlyFailures}
          </Button>
          <Button
            look="ghost"
            onClick={() => openDialog({ kind: 'copy-timeline', profileId: session.profileId })}
          >
            {text.copy}
          </Button>
        </span>
      }
    >
      {items.length === 0 && <p className={styles.none}>{text.noFailures}</p>}
      <ol className={styles.log}>
        {items.map((item, index) => (
          <Row
            key={keyOf(item)}
            item={item}
            profileId={session.profileId}
            newDay={days[index] !== (index === 0 ? 'today' : days[index - 1]) ? (days[index] ?? '') : ''}
          />
        ))}
      </ol>
    </Section>
  );
}

function Row({
  item,
  profileId,
  newDay,
}: {
  readonly item: TimelineItem;
  readonly profileId: string;
  readonly newDay: string;
}) {
  return (
    <>
      {newDay !== '' && <li className={styles.day}>{newDay}</li>}
      {item.kind === 'exchange' && hasFailed(item.exchange) && <FailedExchange exchange={item.exchange} />}
      {item.kind === 'exchange' && !hasFailed(item.exchange) && <ExchangeLine exchange={item.exchange} />}
      {item.kind === 'event' && (
        <li className={styles.event}>
          <time dateTime={new Date(item.at).toISOString()}>{formatTime(item.at)}</time>
          <span>{text.events[item.what]}</span>
        </li>
      )}
      {item.kind === 'shrank' && (
        <li className={styles.event} data-caution>
          <time dateTime={new Date(item.at).toISOString()}>{formatTime(item.at)}</time>
          <span>
            {words.compare.shrank[item.what](listed(item.lost, mostNamed))}{' '}
            <button
              type="button"
              className={styles.link}
              onClick={() => openDialog({ kind: 'compare-before', profileId })}
            >
              {words.compare.compare}
            </button>
          </span>
        </li>
      )}
      {item.kind === 'planned' && (
        <li className={styles.planned}>{text.at(text.planned[item.what], formatTime(item.at))}</li>
      )}
    </>
  );
}

function keyOf(item: TimelineItem): string {
  const what = item.kind === 'exchange' ? `${item.exchange.purpose} ${item.exchange.path}` : item.what;
  return item.kind === 'planned' ? 'planned' : `${item.at} ${what}`;
}
