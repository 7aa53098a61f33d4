import { placeholder, placeholdersOf } from '../contract/request-template.ts';

/** Values by the name of their placeholder. An empty one counts as missing. */
export type Values = Readonly<Record<string, string>>;

/** Puts values in the place of `{name}`; `undefined` when one of them is missing. What a value holds is never filled again. */
export function fillTemplate(template: string, values: Values): string | undefined {
  const names = placeholdersOf(template);
  if (names.some((name) => !valueNamed(values, name))) return undefined;
  return template.replace(placeholder, (_, name: string) => valueNamed(values, name));
}

function valueNamed(values: Values, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}
