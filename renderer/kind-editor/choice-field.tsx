import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import type { Faults } from './form-faults.ts';

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  /** Words by value. One that is not among them is shown as it is. */
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
  readonly faults?: Faults;
  readonly at?: string;
  readonly hint?: string;
}

/** One choice of a few. */
export function ChoiceField({
  label,
  value,
  options,
  onChange,
  faults = {},
  at = '',
  hint,
}: ChoiceFieldProps) {
  const listed = Object.entries(options).map(([id, words]) => ({ value: id, label: words }));
  const isKnown = Object.hasOwn(options, value);
  return (
    <Field label={label} hint={hint} error={faults[at]}>
      {(control) => (
        <Select
          control={control}
          value={value}
          options={isKnown ? listed : [...listed, { value, label: value }]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
