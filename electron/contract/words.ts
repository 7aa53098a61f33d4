import { english } from './english.ts';
import { nearestLanguage } from './nearest-language.ts';
import type { Translated } from './translated.ts';

/** What main and the window both say. A missing sentence does not compile. */
type Words = Translated<typeof english>;

/** The languages of the contract, each a module beside `english` and a line here; the first speaks where none fits the system. */
const languages: readonly [Language, ...(readonly Language[])] = [{ locale: 'en-GB', words: english }];

interface Language {
  /** @see BCP 47 */
  readonly locale: string;
  readonly words: Words;
}

/** The sentences in the language that is spoken. */
export const words: Words = nearestLanguage(
  new Intl.DateTimeFormat().resolvedOptions().locale,
  languages,
).words;
