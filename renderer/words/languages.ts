import { english } from './english/english.ts';
import type { Language } from './language.ts';

/** The languages of the window, each a folder beside `english` and a line here; the first speaks where none fits the system. */
export const languages: readonly [Language, ...(readonly Language[])] = [
  { locale: 'en-GB', direction: 'ltr', words: english },
];
