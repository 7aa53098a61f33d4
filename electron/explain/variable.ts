const start = '\ue000';
const end = '\ue001';

/** Stands for a variable whose value is not known, inside of a text. Its marks are private to Unicode, so that no text holds them. */
export function variable(name: string): string {
  return `${start}${name}${end}`;
}

/** Takes the marks out of a text from outside. */
export function withoutMarks(text: string): string {
  return text.replaceAll(start, '').replaceAll(end, '');
}

/** True where a part of the text is a variable. */
export function holdsVariable(text: string): boolean {
  return text.includes(start);
}

/** The names of the variables in a text. */
export function variablesOf(text: string): readonly string[] {
  return [...text.matchAll(/\ue000([^\ue001]*)\ue001/g)].map(([, name = '']) => name);
}
