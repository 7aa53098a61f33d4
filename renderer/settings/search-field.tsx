import { Search } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { isShortcut } from '../state/shortcut.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { popupIsOpen } from '../ui/popup-is-open.ts';
import { words } from '../words/words.ts';
import styles from './search-field.module.css';

const text = words.settings;

interface SearchFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** Where one types what to look for in the settings. Of its kind, the browser clears it at Escape. */
export function SearchField({ ref, query, onChange }: SearchFieldProps) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isForSearch(event) || popupIsOpen()) return;
      event.preventDefault();
      ref.current?.focus();
      ref.current?.select();
    }
    // After the keys of the whole window: on this screen, its own search comes first.
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [ref]);

  return (
    <label className={styles.search}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        value={query}
        placeholder={text.search}
        aria-label={text.search}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <KeyCap keys={text.searchKey} />
    </label>
  );
}

function isForSearch(event: KeyboardEvent): boolean {
  if (isShortcut(event)) return event.key.toLowerCase() === 'f' && !event.shiftKey;
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
  return event.key === text.searchKey && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
}
