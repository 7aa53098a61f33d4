import { words } from '../words/words.ts';

/** Ten years: more than any token lives, and what main accepts. */
const mostMinutes = 5_256_000;

/** What stands in a field for minutes; an empty one means that no number is set. */
export type MinutesRead =
  | { readonly ok: true; readonly minutes: number | null }
  | { readonly ok: false; readonly message: string };

export function readMinutes(text: string): MinutesRead {
  const tidy = text.trim();
  if (tidy === '') return { ok: true, minutes: null };
  const minutes = Number(tidy);
  if (/^\d+$/.test(tidy) && minutes >= 1 && minutes <= mostMinutes) return { ok: true, minutes };
  return { ok: false, message: words.dialogs.wholeMinutes };
}
