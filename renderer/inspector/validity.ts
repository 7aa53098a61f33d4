import type { Claim } from '../../electron/contract/inspection.ts';
import { formatSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { words } from '../words/words.ts';

const text = words.inspector;

/** Whether a token is valid at an instant by its own word. */
export function validity(
  claims: readonly Claim[],
  now: number,
): { readonly state: 'ended' | 'valid' | 'early' | 'unknown'; readonly words: string } {
  const instant = (name: string): number | null => claims.find((claim) => claim.name === name)?.at ?? null;
  const starts = instant('nbf');
  const ends = instant('exp');
  if (ends !== null && ends <= now) {
    return { state: 'ended', words: text.ended(formatSpan(now - ends), formatExactMoment(ends, now)) };
  }
  if (starts !== null && starts > now) {
    return { state: 'early', words: text.startsIn(formatSpan(starts - now), formatExactMoment(starts, now)) };
  }
  if (ends === null) return { state: 'unknown', words: text.noEnd };
  return { state: 'valid', words: text.endsIn(formatSpan(ends - now), formatExactMoment(ends, now)) };
}
