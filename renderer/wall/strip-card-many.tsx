import type { KeyboardEvent } from 'react';
import { byId } from '../../electron/contract/by-id.ts';
import { formatMinute } from '../state/format-time.ts';
import { sessionsById, useSnapshot } from '../state/snapshot.ts';
import { openPane } from '../state/wall-view.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { words } from '../words/words.ts';
import styles from './strip-card.module.css';
import { closeStripCard } from './strip-card-handle.ts';
import type { StripEntry } from './strip-layout.ts';

const said = words.strip.card;

/** Each of the sessions that one mark stands for, to be opened. The arrows go from one to the next. */
export function StripCardMany({ entries }: { readonly entries: readonly StripEntry[] }) {
  const servers = byId(useSnapshot((snapshot) => snapshot.servers));
  const sessions = sessionsById(useSnapshot((snapshot) => snapshot.sessions));
  const times = entries.map(({ diesAt }) => formatMinute(diesAt));
  return (
    <>
      <p className={styles.many}>{said.many(entries.length, times[0] ?? '', times.at(-1) ?? '')}</p>
      <ul className={styles.list} onKeyDown={onArrow}>
        {entries.map(({ profileId, name, state, diesAt, nextActionAt }) => (
          <li key={profileId}>
            <button
              type="button"
              className={styles.entry}
              onClick={() => {
                closeStripCard();
                openPane(profileId);
              }}
            >
              <StateGlyph state={state} className={styles.glyph} />
              <span className={`${styles.entryName} truncate`}>
                <bdi>{name}</bdi>{' '}
                <small>
                  <bdi>{servers.get(sessions.get(profileId)?.serverId ?? '')?.name}</bdi>
                </small>
              </span>
              <span className={styles.entryTimes}>
                {said.inShort(
                  formatMinute(diesAt),
                  nextActionAt === null ? null : formatMinute(nextActionAt),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target instanceof HTMLElement ? event.target.closest('li') : null;
  const list = item?.parentElement;
  if (item == null || list == null) return;
  const places: Readonly<Record<string, Element | null>> = {
    ArrowDown: item.nextElementSibling,
    ArrowUp: item.previousElementSibling,
    Home: list.firstElementChild,
    End: list.lastElementChild,
  };
  const next = places[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next?.querySelector('button')?.focus();
}
