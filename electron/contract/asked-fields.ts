import type { Field } from './server.ts';

/** A form with what stands in it, by field id. */
export interface Filled {
  readonly fields: readonly Field[];
  readonly values: Readonly<Record<string, string | undefined>>;
}

const nothing: Filled = { fields: [], values: {} };

/** The fields of a form that its own values, and the settings of its server, ask for; main and the window see the same ones. */
export function askedFields(form: Filled, settings: Filled = nothing): readonly Field[] {
  return form.fields.filter((field) => isAsked(field, form, settings, []));
}

function isAsked({ onlyWhen }: Field, form: Filled, settings: Filled, asking: readonly string[]): boolean {
  if (onlyWhen === undefined) return true;
  const own = form.fields.find(({ id }) => id === onlyWhen.field);
  if (own === undefined) {
    const setting = settings.fields.find(({ id }) => id === onlyWhen.field);
    return setting !== undefined && onlyWhen.is.includes(standingIn(setting, settings));
  }
  // Conditions that go in a circle can come from a kind that somebody wrote; such a field is never asked for.
  if (asking.includes(own.id)) return false;
  return onlyWhen.is.includes(standingIn(own, form)) && isAsked(own, form, settings, [...asking, own.id]);
}

/** What stands in the field, else what it proposes; a choice that has to be made stands at its first option. */
function standingIn({ id, type, initial, optional, options }: Field, { values }: Filled): string {
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  if (value !== undefined) return value;
  return initial ?? (type === 'select' && !optional ? (options?.[0]?.value ?? '') : '');
}
