import type { Field, LoginView } from '../contract/server.ts';
import { Failure } from '../failure.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Checks what was typed into a form and fills in the secrets that are `kept`. Throws a `Failure` with `bad-input`: `field` is the first
 * field with a fault and `fields` names all of them.
 */
export function completeValues(form: readonly Field[], typed: Values, kept: Values = {}): Values {
  const values = withKeptSecrets(form, typed, kept);
  const faults = faultsOf(form, typed, values);
  const first = Object.keys(faults)[0];
  if (first !== undefined) throw new Failure('bad-input', { field: first, fields: faults });
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
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
export function canRepeat(login: LoginView, kept: Values): boolean {
  return login.canRepeat && Object.keys(faultsOf(login.fields, {}, kept)).length === 0;
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

function faultsOf(form: readonly Field[], typed: Values, values: Values): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const field of form) {
    const fault = faultOf(field, form, values);
    if (fault !== null) faults[field.id] = fault;
  }
  for (const id of Object.keys(typed)) {
    if (!form.some((field) => field.id === id)) faults[id] = 'Not a field of this form';
  }
  return faults;
}

function faultOf(field: Field, form: readonly Field[], values: Values): string | null {
  if (field.exactlyOneOf !== undefined) {
    const group = form.filter((other) => other.exactlyOneOf === field.exactlyOneOf);
    const filled = group.filter((other) => isFilled(values, other)).length;
    if (filled !== 1) return filled === 0 ? 'Fill in one of these' : 'Fill in only one of these';
  } else if (!field.optional && !isFilled(values, field)) {
    return 'Needed';
  }
  if (field.type !== 'select' || !isFilled(values, field)) return null;
  return field.options?.some((option) => option.value === values[field.id]) ? null : 'Not a choice';
}

function isFilled(values: Values, field: Field): boolean {
  return Object.hasOwn(values, field.id) && values[field.id] !== '';
}
