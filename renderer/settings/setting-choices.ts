import { formatSpan } from '../state/format-duration.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const themeChoices: readonly Choice[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Spans to choose from, in order, with the one that is set among them. */
export function spanChoices(offered: readonly number[], current: number, unitMs: number): readonly Choice[] {
  return [...new Set([...offered, current])]
    .sort((one, other) => one - other)
    .map((count) => ({ value: String(count), label: count === 0 ? 'Never' : formatSpan(count * unitMs) }));
}
