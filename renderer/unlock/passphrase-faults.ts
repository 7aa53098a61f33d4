import type { FormValues } from '../sign-in/form-values.ts';
import { words } from '../words/words.ts';

const said = words.unlock;

/** What is wrong with a new passphrase that is typed twice, by `passphrase` and `again`; empty where it can be taken. */
export function passphraseFaults(passphrase: string, again: string): FormValues {
  if (passphrase === '') return { passphrase: said.missing };
  if (again === '') return { again: said.typeAgain };
  return passphrase === again ? {} : { again: said.differs };
}
