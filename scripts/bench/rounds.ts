import type { Rounds } from './figure.ts';

/**
 * Measures the sides in turn, the other one first in every second round, after one round that is thrown away: what the disk, the
 * loader and the compilers remember by then, they remember for both.
 */
export async function interleaved(
  count: number,
  sides: { readonly ours: () => Promise<number>; readonly theirs: () => Promise<number> },
  onRound: (done: number) => void = () => {},
): Promise<Required<Rounds>> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const measureOurs = async (): Promise<void> => void ours.push(await sides.ours());
  const measureTheirs = async (): Promise<void> => void theirs.push(await sides.theirs());
  for (let round = 0; round <= count; round += 1) {
    for (const side of round % 2 === 0 ? [measureTheirs, measureOurs] : [measureOurs, measureTheirs])
      await side();
    onRound(round);
  }
  return { ours: ours.slice(1), theirs: theirs.slice(1) };
}
