import type { Field } from '../../electron/contract/server.ts';
import { words } from '../words/words.ts';
import { isNameOf } from './is-name-of.ts';

type Type = Field['type'];
type Keep = Field['keep'];

export const fieldTypes: Readonly<Record<Type, string>> = words.kindCalls.fieldTypes;

export const keepChoices: Readonly<Record<Keep, string>> = words.kindCalls.keepChoices;

export function typeNamed(value: string): Type {
  return isNameOf(value, fieldTypes) ? value : 'text';
}

export function keepNamed(value: string): Keep {
  return isNameOf(value, keepChoices) ? value : 'never';
}

/** The field as another type, with what goes without saying for it: what is typed hidden is a secret, and a code is worth nothing later. */
export function withType(field: Field, type: Type): Field {
  if (type === 'password') return { ...field, type, secret: true, keep: 'remembered' };
  if (type === 'one-time-code') return { ...field, type, secret: true, keep: 'never' };
  return { ...field, type, ...(type === 'select' && { secret: false, options: field.options ?? [] }) };
}
