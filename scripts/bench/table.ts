import type { Figure, Goal, Spread } from './figure.ts';

const headings = ['figure', 'Lanyard', 'against', 'compared', 'goal', ''];

/** The figures as columns of text, each verdict at its end. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [headings, ...figures.map(lineOf)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function lineOf({ what, against, unit, goal, rounds, ours, theirs, compared, isMet }: Figure): string[] {
  const of = rounds === 1 ? '' : `, median of ${rounds}`;
  return [
    what + of,
    inUnit(ours.median, unit),
    theirs === null || against === null ? '' : `${inUnit(theirs.median, unit)} ${against}`,
    comparedInWords(goal.by, compared, unit),
    `≤ ${goal.by === 'ratio' ? goal.atMost.toFixed(2) : inUnit(goal.atMost, unit)}`,
    isMet ? 'met' : 'missed',
  ];
}

function comparedInWords(by: Goal['by'], { median, low, high }: Spread, unit: Figure['unit']): string {
  const digits = by === 'ratio' ? ratio : (value: number): string => inUnit(value, unit);
  return low === high ? digits(median) : `${digits(median)} (${digits(low)}–${digits(high)})`;
}

function ratio(value: number): string {
  return value < 0.1 ? value.toFixed(4) : value.toFixed(2);
}

function inUnit(value: number, unit: Figure['unit']): string {
  if (unit === 'count') return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}
