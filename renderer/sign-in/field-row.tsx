import type { Field as FormField } from '../../electron/contract/server.ts';
import { Field, type FieldControl } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { words } from '../words/words.ts';
import type { FieldListProps } from './field-list.tsx';

const text = words.signIn;

/** A token fills about three lines of a dialog. */
const tokenLines = 3;

/** One field of a form, drawn by its type. */
export function FieldRow({
  field,
  values,
  onChange,
  errors = {},
  problem,
  kept,
  refused,
  disabled = false,
}: { readonly field: FormField } & Omit<FieldListProps, 'fields' | 'columns'>) {
  const isKept = field.secret && kept?.has(field.id) === true;
  const value = values[field.id] ?? '';
  const change = (next: string) => onChange(field.id, next);
  const isNeeded = !field.optional && !field.exactlyOneOf && !isKept;

  const isRefused = refused?.has(field.id) === true;
  const hint =
    value !== '' ? field.hint : isKept ? text.leaveEmpty : isRefused ? text.keptRefused : field.hint;

  function drawn(control: FieldControl) {
    if (field.type === 'select') {
      return (
        <Select
          control={control}
          value={value}
          options={field.options ?? []}
          onChange={change}
          disabled={disabled}
        />
      );
    }
    return (
      <Input
        control={control}
        value={value}
        onChange={change}
        disabled={disabled}
        required={isNeeded}
        secret={field.secret ? words.units.midSentence(field.label) : undefined}
        lines={field.type === 'multiline' ? tokenLines : 1}
        placeholder={isKept ? text.keptInVault : field.placeholder}
        {...(field.type === 'one-time-code' && { inputMode: 'numeric', autoComplete: 'one-time-code' })}
        {...(field.type === 'url' && { inputMode: 'url' })}
      />
    );
  }

  return (
    <Field
      label={field.label}
      optional={field.optional && !field.exactlyOneOf}
      hint={hint}
      error={errors[field.id]}
      problem={problem?.fieldId === field.id ? problem.notice : undefined}
      isFault={problem?.fieldId !== field.id || problem.isFault !== false}
    >
      {drawn}
    </Field>
  );
}
