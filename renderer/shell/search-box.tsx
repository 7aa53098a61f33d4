import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { showWall, useScreen } from '../state/overlay.ts';
import { keysOf } from '../state/shortcuts.ts';
import { setQuery, useWallView } from '../state/wall-view.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { words } from '../words/words.ts';
import styles from './search-box.module.css';

const text = words.shell;

/** Narrows the sidebar and the wall to what is typed; the arrow down leads on to what was found. */
export function SearchBox({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const { query } = useWallView();
  const { view } = useScreen();

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (query === '') event.currentTarget.blur();
      setQuery('');
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      const first = document.querySelector<HTMLElement>('[data-profile]');
      if (first === null) return;
      event.preventDefault();
      first.focus();
    }
  }

  return (
    <label className={styles.search}>
      <Search />
      <input
        ref={ref}
        type="text"
        value={query}
        placeholder={text.search}
        aria-label={text.searchName}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          if (view !== 'wall') showWall();
        }}
        onKeyDown={onKeyDown}
      />
      <KeyCap keys={keysOf('search')} />
    </label>
  );
}
