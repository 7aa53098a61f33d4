/** One row of a list in which names are typed too: while one is, two may be called the same. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

export function pairsOf(record: Readonly<Record<string, string>>): readonly Pair[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}

/** Leaves out rows in which nothing is typed yet. */
export function recordOf(pairs: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(
    pairs.filter(({ name, value }) => name !== '' || value !== '').map(({ name, value }) => [name, value]),
  );
}

/** The names that stand in more than one row, the empty one aside. */
export function repeatedNames(pairs: readonly Pair[]): readonly string[] {
  const names = pairs.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))];
}

export function numbersText(numbers: readonly number[]): string {
  return numbers.join(', ');
}

/** Reads `401, 403`. What is no number becomes NaN, which the schema refuses at its place. */
export function numbersOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(numberOf);
}

/** NaN where no number stands, which the schema refuses at its place. */
export function numberOf(text: string): number {
  const tidy = text.trim();
  return tidy === '' ? Number.NaN : Number(tidy);
}

export type Scalar = string | number | boolean;

/** A value as it is typed: text stands as it is, in quotes only where it would be taken for a number or a truth value. */
export function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return scalarOf(value) === value ? value : JSON.stringify(value);
}

export function scalarOf(text: string): Scalar {
  const isJson = /^(?:true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|".*")$/is.test(text);
  if (!isJson) return text;
  try {
    const read: unknown = JSON.parse(text);
    return isScalar(read) ? read : text;
  } catch {
    return text;
  }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
