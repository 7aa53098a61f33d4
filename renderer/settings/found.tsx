import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import { matchesQuery } from '../state/search.ts';

interface Search {
  readonly query: string;
  /** The words of the section around: by those, all that is in it is found. */
  readonly around: string;
  /** Hears of each thing that is found, and of each that no longer is. */
  readonly count: (change: 1 | -1) => void;
}

/** What is searched for in the settings. */
export const SettingsSearch = createContext<Search>({ query: '', around: '', count: () => undefined });

/** Whatever of a thing in the settings is a string is searched, whether it is shown or not. */
type SearchedWords = Readonly<Record<string, unknown>>;

/** Shows what stands in it as long as its words, with those of its section, match the search. */
export function Found({ words, children }: { readonly words: SearchedWords; readonly children: ReactNode }) {
  const { query, around, count } = useContext(SettingsSearch);
  const texts = Object.values(words).filter((each) => typeof each === 'string');
  const isFound = matchesQuery(query, [around, ...texts]);

  // Before the window is painted, so that a section never shows its heading alone.
  useLayoutEffect(() => {
    if (!isFound) return undefined;
    count(1);
    return () => count(-1);
  }, [isFound, count]);

  return isFound && children;
}
