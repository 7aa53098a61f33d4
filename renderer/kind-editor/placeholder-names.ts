import { words } from '../words/words.ts';
import type { KindForm } from './kind-form.ts';

const said = words.kindCalls;

/** Something that can stand in braces, and what it is called on screen. */
export interface PlaceholderName {
  readonly name: string;
  readonly label: string;
}

const tokens: readonly PlaceholderName[] = [
  { name: 'accessToken', label: said.accessToken },
  { name: 'refreshToken', label: said.refreshToken },
  { name: 'lastingToken', label: said.lastingToken },
];

/** Where a request stands: in the login of that index, in the registration, or where there are tokens already. */
export type Place = { readonly login: number } | 'register' | 'later';

/** What may be filled into an address: settings of the server, and what follows from them. */
export function namesInPath({ settings, derived = {} }: KindForm): readonly PlaceholderName[] {
  return [...settings.map(named), ...Object.keys(derived).map((name) => ({ name, label: name }))].filter(
    ({ name }) => name !== '',
  );
}

/** What may be filled into the rest of a request. */
export function namesIn(form: KindForm, place: Place): readonly PlaceholderName[] {
  const names = [...ownNames(form, place), ...namesInPath(form)].filter(({ name }) => name !== '');
  return names.filter(({ name }, index) => names.findIndex((other) => other.name === name) === index);
}

function ownNames({ logins, register }: KindForm, place: Place): readonly PlaceholderName[] {
  if (place === 'register') return (register?.fields ?? []).map(named);
  if (place === 'later') return [...tokens, ...logins.flatMap(({ fields }) => fields.map(named))];
  return (logins[place.login]?.fields ?? []).map(named);
}

function named({ id, label }: { readonly id: string; readonly label: string }): PlaceholderName {
  return { name: id, label: label === '' ? id : label };
}

/** A name in braces for what is called like that on screen, and that nothing else has. */
export function nameFor(label: string, taken: readonly string[]): string {
  const words =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/gi) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 40);
  const base = joined === '' ? 'field' : joined;
  if (!taken.includes(base)) return base;
  const free = taken.map((_, index) => `${base}${index + 2}`).find((name) => !taken.includes(name));
  return free ?? base;
}
