import type { english } from './english/english.ts';

/** A catalogue with its sentences left open: the same keys and parameters, in any language. */
type Translated<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...said: infer Parameters) => infer Sentence
    ? (...said: Parameters) => Sentence extends string ? string : Sentence
    : { readonly [Key in keyof Catalogue]: Translated<Catalogue[Key]> };

/** Every sentence of the window. A missing one does not compile. */
export type Words = Translated<typeof english>;

/** A language of the window. */
export interface Language {
  /** Its tag, by which dates and numbers are written too. @see BCP 47 */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}
