import type { ReactNode } from 'react';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import type { Faults } from './form-faults.ts';
import type { PlaceholderName } from './placeholder-names.ts';
import { TemplateInput } from './template-input.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: Faults;
  /** The path of what is typed here, as faults name it. */
  readonly at: string;
  /** What is wrong with any part of what is typed here, where that has several. */
  readonly fault?: string | undefined;
  readonly optional?: boolean;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  /** True where typing begins. */
  readonly autoFocus?: boolean;
  /** More than a sentence about a fault, in place of it. */
  readonly problem?: ReactNode;
  /** What can be put between braces here. */
  readonly names?: readonly PlaceholderName[];
}

/** A line of the form, with what is wrong about it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, faults, at, optional = false, hint, placeholder, names } = props;
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint}
      error={props.fault ?? faults[at]}
      problem={props.problem}
    >
      {(control) => {
        const shared = { control, value, onChange, placeholder, required: !optional };
        return names === undefined ? (
          <Input {...shared} isCode={props.isCode ?? false} autoFocus={props.autoFocus ?? false} />
        ) : (
          <TemplateInput {...shared} names={names} called={label} />
        );
      }}
    </Field>
  );
}
