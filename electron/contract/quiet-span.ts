/** How long nothing is announced, as it can be chosen in the window and in the tray. */
export type QuietSpan = 'off' | 'hour' | 'tomorrow';

/** When most working days begin; until then a night is left in peace. */
const MORNING_HOUR = 8;

/** The instant until which nothing is announced, 0 for none; tomorrow ends at eight in the morning of the next calendar day. */
export function quietUntil(span: QuietSpan, now: number): number {
  if (span === 'off') return 0;
  if (span === 'hour') return now + 3_600_000;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(MORNING_HOUR, 0, 0, 0);
}
