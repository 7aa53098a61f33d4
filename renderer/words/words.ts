import type { Words } from './language.ts';
import { spoken } from './spoken.ts';

/** The sentences in the language that is shown. */
export const words: Words = spoken.words;
