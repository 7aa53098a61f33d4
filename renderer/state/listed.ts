import { inARow } from '../words/locale.ts';
import { words } from '../words/words.ts';

/** Names in the middle of a sentence: `a, b and c`. Of very many only some, and how many more there are. */
export function listed(names: readonly string[], most = names.length): string {
  const others = names.length - most;
  const shown = others > 0 ? [...names.slice(0, most), words.units.more(others)] : names;
  return inARow(shown);
}
