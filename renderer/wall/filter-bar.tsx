import { X } from 'lucide-react';
import { byId } from '../../electron/contract/by-id.ts';
import { type Filters, hasFilters, noFilters, toggled } from '../state/filters.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { setFilters, useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './bars.module.css';

const text = words.order;

/** What the wall is narrowed to, each of which can be taken away. */
export function FilterBar() {
  const { filters } = useWallView();
  const servers = byId(useSnapshot((snapshot) => snapshot.servers));
  if (!hasFilters(filters)) return null;
  const chips: readonly (readonly [id: string, name: string, without: Filters])[] = [
    ...(filters.favourites
      ? [['favourites', text.favouritesOnly, { ...filters, favourites: false }] as const]
      : []),
    ...filters.states.map(
      (state) =>
        [
          `state:${state}`,
          text.states[state],
          { ...filters, states: toggled(filters.states, state) },
        ] as const,
    ),
    ...filters.environments.map(
      (one) =>
        [
          `env:${one}`,
          text.environments[one],
          { ...filters, environments: toggled(filters.environments, one) },
        ] as const,
    ),
    ...filters.serverIds.map(
      (id) =>
        [
          `server:${id}`,
          servers.get(id)?.name ?? '',
          { ...filters, serverIds: toggled(filters.serverIds, id) },
        ] as const,
    ),
    ...filters.tags.map(
      (tag) => [`tag:${tag}`, tag, { ...filters, tags: toggled(filters.tags, tag) }] as const,
    ),
  ];
  return (
    <section className={styles.filters} aria-label={text.filters}>
      {chips.map(([id, name, without]) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-label={text.removeFilter(name)}
          onClick={() => setFilters(without)}
        >
          <bdi className="truncate">{name}</bdi>
          <X aria-hidden="true" />
        </button>
      ))}
      <Button look="ghost" onClick={() => setFilters(noFilters)}>
        {text.clearFilters}
      </Button>
    </section>
  );
}
