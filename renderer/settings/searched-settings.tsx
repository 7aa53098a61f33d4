import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { SettingsSearch } from './found.tsx';
import { SearchField } from './search-field.tsx';
import styles from './settings-screen.module.css';
import { useGoneTo } from './use-gone-to.ts';

const text = words.settings;

interface SearchedSettingsProps {
  /** What stays in sight, whatever is searched for. */
  readonly notice: ReactNode;
  /** Sections of settings, each a `SettingsSection`. */
  readonly children: ReactNode;
}

/** The panel of the settings, with a search that narrows them to what is typed. */
export function SearchedSettings({ notice, children }: SearchedSettingsProps) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const count = useCallback((change: 1 | -1) => setFound((before) => before + change), []);
  const sought = query.trim();
  useGoneTo(panel, () => setQuery(''));

  function search(typed: string): void {
    setQuery(typed);
    panel.current?.scrollTo({ top: 0 });
  }

  function clear(): void {
    search('');
    field.current?.focus();
  }

  return (
    <section ref={panel} className={styles.panel} aria-label={text.screen}>
      <div className={styles.inner}>
        <div className={styles.head}>
          <SearchField ref={field} query={query} onChange={search} />
          {notice}
        </div>
        <SettingsSearch value={{ query, around: '', count }}>{children}</SettingsSearch>
        {sought !== '' && found === 0 && (
          <div className={styles.nothing}>
            <h2>{text.nothingMatches(sought)}</h2>
            <p className={styles.text}>{text.whatWasSearched}</p>
            <Button size="l" onClick={clear}>
              {text.clearSearch}
            </Button>
          </div>
        )}
        <p className="visually-hidden" role="status">
          {sought !== '' && text.found(found)}
        </p>
      </div>
    </section>
  );
}
