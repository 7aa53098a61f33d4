import { words } from './words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is left of a life to the minute: `6 min`, `1 h 5 min`, `3 d 4 h`; tells nothing finer, so that a menu need not tick. */
export function spanText(leftMs: number): string {
  if (leftMs < minute) return words.lessThanMinute;
  const parts =
    leftMs >= day
      ? [
          { count: Math.floor(leftMs / day), unit: 'd' as const },
          { count: Math.floor((leftMs % day) / hour), unit: 'h' as const },
        ]
      : [
          { count: Math.floor(leftMs / hour), unit: 'h' as const },
          { count: Math.floor((leftMs % hour) / minute), unit: 'min' as const },
        ];
  return words.span(parts.filter(({ count }) => count > 0));
}
