import { type StripHours, stripHours } from '../../electron/contract/default-settings.ts';

export interface StripTick {
  readonly at: number;
  readonly x: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Between two ticks, where there is room and where there is less. */
const steps: Readonly<Record<StripHours, readonly [number, number]>> = {
  1: [10, 20],
  6: [60, 120],
  24: [4 * 60, 8 * 60],
};

/** Room for a clock time, and for `now` with half of one beside it, so that two labels never touch. */
const tickRoom = 34;
const nowRoom = 46;
/** Room for `120 later` at the right edge. */
const laterRoom = 70;
const tickGap = 6;

export function spanOf(hours: StripHours): number {
  return hours * hour;
}

/** The round times of the clock within the span, clear of the words at both ends. */
export function layoutTicks(
  now: number,
  spanMs: number,
  width: number,
  laterShown: boolean,
): readonly StripTick[] {
  const [fine, coarse] = steps[stripHours.find((hours) => spanOf(hours) >= spanMs) ?? 24];
  const stepMinutes = ((fine * minute) / spanMs) * width >= tickRoom + tickGap ? fine : coarse;
  const last = laterShown ? width - laterRoom : width - tickRoom / 2;
  return roundTimes(now, now + spanMs, stepMinutes)
    .map((at) => ({ at, x: ((at - now) / spanMs) * width }))
    .filter(({ x }) => x >= nowRoom && x <= last);
}

/** When the clock on the wall shows a multiple of so many minutes, on every day: one may have 23 hours, or begin at half past. */
function roundTimes(from: number, to: number, stepMinutes: number): readonly number[] {
  const day = new Date(from);
  const times = new Set<number>();
  for (let minutes = 0; ; minutes += stepMinutes) {
    const at = new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, minutes).getTime();
    if (at > to || Number.isNaN(at)) return [...times];
    if (at >= from) times.add(at);
  }
}
