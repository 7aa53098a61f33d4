import { askedFields, type Filled } from '../contract/asked-fields.ts';
import type { Field, KindView, LoginView } from '../contract/server.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';
import { words } from '../words/words.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Checks what was typed into a form and fills in the secrets that are `kept`. What stands in a field that is not asked for is left out.
 * Throws a `Failure` with `bad-input`: `field` is the first field with a fault and `fields` names all of them.
 */
export function completeValues(
  form: readonly Field[],
  typed: Values,
  kept: Values = {},
  settings?: Filled,
): Values {
  const values = withKeptSecrets(form, typed, kept);
  const asked = askedFields({ fields: form, values }, settings);
  const faults = { ...faultsOf(asked, values), ...strangers(form, typed) };
  const first = Object.keys(faults)[0];
  if (first !== undefined) throw new Failure('bad-input', { field: first, fields: faults });
  const isAsked = new Set(asked.map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([id, value]) => value !== '' && isAsked.has(id)));
}

/** What fields of a login are asked for by. */
export function settingsOf(kind: KindView, server: Server): Filled {
  return { fields: kind.settings, values: server.settings };
}

/** What the vault keeps of a login, as each field asks for it. */
export function keptValues(
  form: readonly Field[],
  values: Values,
  remember: boolean,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const field of form) {
    const value = values[field.id];
    const isKept = field.keep === 'always' || (field.keep === 'remembered' && remember);
    if (value !== undefined && isKept) kept[field.id] = value;
  }
  return kept;
}

/** What is left of the kept values once the user wants the password forgotten. */
export function forgetRemembered(form: readonly Field[], kept: Values): Record<string, string> {
  return keptValues(form, kept, false);
}

/** True when a login can be repeated without the user with what is kept. */
export function canRepeat(login: LoginView, kept: Values, settings: Filled): boolean {
  const asked = askedFields({ fields: login.fields, values: kept }, settings);
  return login.canRepeat && Object.keys(faultsOf(asked, kept)).length === 0;
}

/** A kept secret stands in for one left out, unless another field of its group was filled in instead. */
function withKeptSecrets(form: readonly Field[], typed: Values, kept: Values): Values {
  const values: Record<string, string> = { ...typed };
  for (const field of form) {
    const keptValue = Object.hasOwn(kept, field.id) ? kept[field.id] : undefined;
    const hasRival = form.some(
      (other) => other.id !== field.id && other.exactlyOneOf === field.exactlyOneOf && isFilled(typed, other),
    );
    if (!field.secret || keptValue === undefined || isFilled(typed, field)) continue;
    if (field.exactlyOneOf !== undefined && hasRival) continue;
    values[field.id] = keptValue;
  }
  return values;
}

function faultsOf(asked: readonly Field[], values: Values): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const field of asked) {
    const fault = faultOf(field, asked, values);
    if (fault !== null) faults[field.id] = fault;
  }
  return faults;
}

function strangers(form: readonly Field[], typed: Values): Record<string, string> {
  const ids = Object.keys(typed).filter((id) => !form.some((field) => field.id === id));
  return Object.fromEntries(ids.map((id) => [id, words.remarks.fields.stranger]));
}

function faultOf(field: Field, form: readonly Field[], values: Values): string | null {
  if (field.exactlyOneOf !== undefined) {
    const group = form.filter((other) => other.exactlyOneOf === field.exactlyOneOf);
    const filled = group.filter((other) => isFilled(values, other)).length;
    if (filled !== 1)
      return filled === 0 ? words.remarks.fields.oneOfThese : words.remarks.fields.onlyOneOfThese;
  } else if (!field.optional && !isFilled(values, field)) {
    return words.remarks.fields.needed;
  }
  if (field.type !== 'select' || !isFilled(values, field)) return null;
  return field.options?.some((option) => option.value === values[field.id])
    ? null
    : words.remarks.fields.noChoice;
}

function isFilled(values: Values, field: Field): boolean {
  return Object.hasOwn(values, field.id) && values[field.id] !== '';
}
