import type { Field } from '../../electron/contract/server.ts';
import { eitherOf } from '../words/locale.ts';
import { words } from '../words/words.ts';

const text = words.signIn;

/** What stands in a form, by field id. */
export type FormValues = Readonly<Record<string, string>>;

/** The value a field shows: what was typed, else what is known, else what the kind proposes. */
export function shownValue(field: Field, typed: FormValues, known: FormValues = {}): string {
  return typed[field.id] ?? known[field.id] ?? field.initial ?? firstChoice(field);
}

/** True where a field holds another value than the one it begins with. */
export function differs(
  field: Field,
  values: FormValues,
  kept: ReadonlySet<string> = new Set(),
  proposed: FormValues = {},
): boolean {
  const value = values[field.id] ?? '';
  if (field.secret && kept.has(field.id)) return true;
  return value !== shownValue(field, {}) && value !== proposed[field.id];
}

/** Leaves out the fields that nobody has asked for yet; one that was asked for is no longer optional. */
export function visibleFields(fields: readonly Field[], asked: ReadonlySet<string>): readonly Field[] {
  return fields
    .filter(({ id, onlyWhenAsked }) => !onlyWhenAsked || asked.has(id))
    .map((field) => (field.onlyWhenAsked ? { ...field, optional: false } : field));
}

/** Says by field id what is missing; empty when the form can be sent. A secret that the vault keeps may be left empty. */
export function missingFields(
  fields: readonly Field[],
  values: FormValues,
  kept: ReadonlySet<string> = new Set(),
): FormValues {
  const missing: Record<string, string> = {};
  for (const field of fields) {
    if (field.exactlyOneOf || field.optional || isFilled(field, values, kept)) continue;
    missing[field.id] = text.isMissing(field.label);
  }
  for (const group of groupsOf(fields)) {
    const filled = group.filter((field) => isFilled(field, values, kept));
    if (filled.length === 1) continue;
    const wrong = filled.length === 0 ? group[0] : filled[1];
    if (wrong) missing[wrong.id] = (filled.length > 1 ? text.notBoth : text.eitherOr)(namesOf(group));
  }
  return missing;
}

/** The values as they are sent: empty ones left out, stray spaces and line ends around them removed, passwords untouched. */
export function valuesToSend(fields: readonly Field[], values: FormValues): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const field of fields) {
    const value = tidied(field, values[field.id] ?? '');
    if (value !== '') sent[field.id] = value;
  }
  return sent;
}

function tidied(field: Field, value: string): string {
  if (field.type === 'password') return value;
  return field.type === 'one-time-code' ? value.replace(/\s+/g, '') : value.trim();
}

function isFilled(field: Field, values: FormValues, kept: ReadonlySet<string>): boolean {
  return tidied(field, values[field.id] ?? '') !== '' || (field.secret && kept.has(field.id));
}

function firstChoice({ type, options, optional }: Field): string {
  return type === 'select' && !optional ? (options?.[0]?.value ?? '') : '';
}

/** The fields of each either-or group, in the order of the form. */
function groupsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    if (!field.exactlyOneOf) continue;
    groups.set(field.exactlyOneOf, [...(groups.get(field.exactlyOneOf) ?? []), field]);
  }
  return [...groups.values()];
}

function namesOf(fields: readonly Field[]): string {
  return eitherOf(fields.map(({ label }) => words.units.midSentence(label)));
}
