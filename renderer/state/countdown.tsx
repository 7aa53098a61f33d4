import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';

/** Counts down to an instant, without being announced every second. */
export function Countdown({ to }: { readonly to: number }) {
  return useClock((now) => formatCountdown(to - now));
}
