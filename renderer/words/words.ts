import { english } from './english/english.ts';

/** A catalogue with its sentences left open: the same keys and parameters, in any language. */
type Translated<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...said: infer Parameters) => infer Sentence
    ? (...said: Parameters) => Sentence extends string ? string : Sentence
    : { readonly [Key in keyof Catalogue]: Translated<Catalogue[Key]> };

/** Every sentence of the window. Another language is another object of this type, and a missing sentence does not compile. */
export type Words = Translated<typeof english>;

/** The sentences in the language that is shown. */
export const words: Words = english;
