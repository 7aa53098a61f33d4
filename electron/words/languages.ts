import type { Translated } from '../contract/translated.ts';
import { english } from './english.ts';

/** Every sentence that main says by itself. A missing one does not compile. */
export type Words = Translated<typeof english>;

/** A language of main's. */
interface Language {
  /** Its tag, by which dates and numbers are written too. @see BCP 47 */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

/** The languages of main, each a module beside `english` and a line here; the first speaks where none fits the system. */
export const languages: readonly [Language, ...(readonly Language[])] = [
  { locale: 'en-GB', direction: 'ltr', words: english },
];
