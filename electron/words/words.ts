import { english } from './english.ts';

/** Every sentence that main says by itself. Another language is another object of this type, and a missing sentence does not compile. */
export type Words = typeof english;

/** The sentences in the language that is spoken. */
export const words: Words = english;
