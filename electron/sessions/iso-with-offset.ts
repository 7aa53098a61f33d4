/** An instant as the clock of this machine shows it, with its distance from UTC: `2026-03-10T14:19:16+01:00`. */
export function isoWithOffset(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return 'at no known time';
  const offset = -date.getTimezoneOffset();
  const local = new Date(at + offset * 60_000);
  if (Number.isNaN(local.getTime())) return date.toISOString();
  const hours = twoDigits(Math.floor(Math.abs(offset) / 60));
  return `${local.toISOString().slice(0, -5)}${offset < 0 ? '-' : '+'}${hours}:${twoDigits(Math.abs(offset) % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
