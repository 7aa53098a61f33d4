import type { Translated } from '../../electron/contract/translated.ts';
import type { english } from './english/english.ts';

/** Every sentence of the window. A missing one does not compile. */
export type Words = Translated<typeof english>;

/** A language of the window. */
export interface Language {
  /** Its tag, by which dates and numbers are written too. @see BCP 47 */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}
