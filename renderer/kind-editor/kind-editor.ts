import type { Faults } from './form-faults.ts';
import type { KindForm } from './kind-form.ts';

/** What every part of the form works on. */
export interface KindEditor {
  readonly form: KindForm;
  /** What is wrong and may be said already. */
  readonly faults: Faults;
  /** Index of the login that is shown, and that a dry run tries. */
  readonly loginIndex: number;
  readonly change: (next: KindForm) => void;
  /** Changes the form so that something typed is gone from it; it can be taken back. */
  readonly remove: (next: KindForm, words: string) => void;
  readonly showLogin: (index: number) => void;
}
