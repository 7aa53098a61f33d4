import type { Claim } from '../../electron/contract/inspection.ts';
import { useClock } from '../state/clock.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { validity } from './validity.ts';

/** Whether a token has expired by its own word, and since when. */
export function ExpiryLine({ claims }: { readonly claims: readonly Claim[] }) {
  const words = useClock((now) => validity(claims, now).words);
  const state = useClock((now) => validity(claims, now).state);
  return (
    <StateChip state={state === 'ended' ? 'needs-sign-in' : state === 'valid' ? 'fresh' : 'cannot-refresh'}>
      {words}
    </StateChip>
  );
}
