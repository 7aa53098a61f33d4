import { nearestLanguage } from '../contract/nearest-language.ts';
import { languages, type Words } from './languages.ts';

const spoken = nearestLanguage(new Intl.DateTimeFormat().resolvedOptions().locale, languages);

/** The sentences in the language that is spoken. */
export const words: Words = spoken.words;

/** The language that is spoken, and the side from which it is read. */
export const { locale, direction } = spoken;
