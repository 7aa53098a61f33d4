import { english } from './english.ts';

/** A catalogue with its sentences left open: the same keys and parameters, in any language. */
type Translated<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...said: infer Parameters) => string
    ? (...said: Parameters) => string
    : { readonly [Key in keyof Catalogue]: Translated<Catalogue[Key]> };

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
