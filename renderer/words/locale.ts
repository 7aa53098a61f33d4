import { spoken } from './spoken.ts';

/** The language that is shown, and how it writes dates and numbers. */
export const { locale } = spoken;

/** Says to the page in which language it is, and from which side that is read. */
export function setPageLanguage(page: HTMLElement): void {
  page.lang = locale;
  page.dir = spoken.direction;
}

const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Names in the middle of a sentence: `a, b and c`. */
export function inARow(names: readonly string[]): string {
  return conjunction.format(names);
}

const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** A day of the calendar, with its year where that is asked for: `3 Feb`, `3 Feb 2024`. */
export function calendarDay(at: number, withYear: boolean): string {
  return (withYear ? dayMonthYear : dayMonth).format(at);
}

const upToOneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number to the tenth, as short as it can be: `4.2`, `1`. */
export function shortNumber(value: number): string {
  return upToOneDecimal.format(value);
}

/** A number with its tenth, so that it keeps its width while it changes: `1.0`. */
export function tenths(value: number): string {
  return oneDecimal.format(value);
}

const disjunction = new Intl.ListFormat(locale, { type: 'disjunction' });

/** Names of which one is meant, in the middle of a sentence: `a, b or c`. */
export function eitherOf(names: readonly string[]): string {
  return disjunction.format(names);
}
