import { english } from '../../../renderer/words/english/english.ts';
import type { Language } from '../../../renderer/words/language.ts';
import { pseudoWords } from './pseudo-words.ts';

/** Stands in the place of the window's languages: there is one, and nobody speaks it. */
export const languages: readonly [Language] = [
  { locale: 'en-GB', direction: 'ltr', words: pseudoWords(english) },
];
