const nbsp = '\u00a0';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is left of a life to the minute: `6 min`, `1 h 5 min`, `3 d 4 h`; tells nothing finer, so that a menu need not tick. */
export function spanText(leftMs: number): string {
  if (leftMs < minute) return `less than 1${nbsp}min`;
  const [first, second] =
    leftMs >= day
      ? [`${Math.floor(leftMs / day)}${nbsp}d`, within(leftMs % day, hour, 'h')]
      : [within(leftMs, hour, 'h'), within(leftMs % hour, minute, 'min')];
  return [first, second].filter((part) => part !== '').join(nbsp);
}

function within(ms: number, unitMs: number, unit: string): string {
  const count = Math.floor(ms / unitMs);
  return count === 0 ? '' : `${count}${nbsp}${unit}`;
}
