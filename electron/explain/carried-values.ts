import type { Field } from '../contract/server.ts';
import { fieldMeaning, isSecretName } from './field-names.ts';
import type { LoginRequest } from './login-request.ts';
import { pageWords } from './page-words.ts';
import { holdsVariable } from './variable.ts';

/** Longer values are none that somebody types. */
const MAX_LENGTH = 500;

/**
 * What a sign-in form is filled with beforehand: values of names that are known to hold no secret, since the window sees them. A value under
 * any other name may be one.
 */
export function carriedValues(
  { fields, basic }: LoginRequest,
  form: readonly Field[],
): Record<string, string> {
  const sent = fields.filter(({ name, isText }) => isText && !isSecretName(name));
  const named = sent
    .map(({ name, value }) => ({ ...fieldMeaning(name), value }))
    .filter(({ known }) => known);
  const client = basic
    ? [
        { id: 'username', value: basic.username },
        { id: 'clientId', value: basic.username },
      ]
    : [];
  return Object.fromEntries(
    [...client, ...named].flatMap(({ id, value }) => {
      const isUsable = value !== '' && value.length <= MAX_LENGTH && !holdsVariable(value);
      const isOpen = form.some((field) => field.id === id && !field.secret);
      return isUsable && isOpen ? [[id, pageWords(value, MAX_LENGTH)] as const] : [];
    }),
  );
}
