/** What one figure was measured as, in rounds: each has a value of ours, and one of the floor or the peer where there is one. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly theirs?: readonly number[];
}

export interface Goal {
  /** How the two are compared: divided, or subtracted; `alone` for a figure that is held against nothing but its goal. */
  readonly by: 'ratio' | 'difference' | 'alone';
  readonly atMost: number;
}

export interface FigurePlan {
  readonly name: string;
  readonly what: string;
  readonly against: string | null;
  readonly unit: 'ms' | 's' | 'MiB' | 'count';
  readonly goal: Goal;
}

/** The middle of all values, and between what the middle half of them lies. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Figure extends FigurePlan {
  readonly rounds: number;
  readonly ours: Spread;
  readonly theirs: Spread | null;
  /** What is held against the goal: of each round the ratio or difference, and of all rounds the middle. */
  readonly compared: Spread;
  readonly isMet: boolean;
}

/** Compares round by round, so that what slows a machine for a while slows both sides of a comparison. */
export function figureOf(plan: FigurePlan, { ours, theirs = [] }: Rounds): Figure {
  const { by, atMost } = plan.goal;
  if (by !== 'alone' && ours.length !== theirs.length) throw new RangeError('A round has two sides.');
  const compared = spreadOf(ours.map((value, round) => compare(by, value, theirs[round] ?? 0)));
  return {
    ...plan,
    rounds: ours.length,
    ours: spreadOf(ours),
    theirs: by === 'alone' ? null : spreadOf(theirs),
    compared,
    isMet: compared.median <= atMost,
  };
}

function compare(by: Goal['by'], ours: number, theirs: number): number {
  if (by === 'ratio') return ours / theirs;
  return by === 'difference' ? ours - theirs : ours;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/** The value below which that share of all values lies, between two of them in proportion. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
