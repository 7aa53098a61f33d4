import { formatSpan } from '../state/format-duration.ts';
import { zoomSteps } from '../state/zoom.ts';
import { words } from '../words/words.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const themeChoices: readonly Choice[] = [
  { value: 'system', label: words.looks.themes.system },
  { value: 'light', label: words.looks.themes.light },
  { value: 'dark', label: words.looks.themes.dark },
];

export const contrastChoices: readonly Choice[] = [
  { value: 'system', label: words.looks.contrastOfSystem },
  { value: 'more', label: words.looks.highContrast },
];

/** Sizes to choose from, in order, with the one that is set among them. */
export function zoomChoices(current: number): readonly Choice[] {
  return [...new Set([...zoomSteps, current])]
    .sort((one, other) => one - other)
    .map((percent) => ({ value: String(percent), label: words.looks.percent(percent) }));
}

/** Spans to choose from, in order, with the one that is set among them. */
export function spanChoices(offered: readonly number[], current: number, unitMs: number): readonly Choice[] {
  return [...new Set([...offered, current])]
    .sort((one, other) => one - other)
    .map((count) => ({
      value: String(count),
      label: count === 0 ? words.units.never : formatSpan(count * unitMs),
    }));
}
