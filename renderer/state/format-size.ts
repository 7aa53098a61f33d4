import { shortNumber } from '../words/locale.ts';
import { words } from '../words/words.ts';

const said = words.units;

/** How large something is: `312 B`, `4.2 KiB`, `1 MiB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return said.bytes(shortNumber(bytes));
  if (bytes < 1024 * 1024) return said.kibibytes(shortNumber(bytes / 1024));
  return said.mebibytes(shortNumber(bytes / 1024 / 1024));
}
