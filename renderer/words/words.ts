import { english } from './english/english.ts';

/** Every sentence of the window. Another language is another object of this type, and a missing sentence does not compile. */
export type Words = typeof english;

/** The sentences in the language that is shown. */
export const words: Words = english;
