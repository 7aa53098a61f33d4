import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { Found } from './found.tsx';
import type { Choice } from './setting-choices.ts';

interface SettingWords {
  readonly label: string;
  readonly hint?: string;
  /** Other words by which the search finds it. */
  readonly keywords?: string;
}

interface SettingProps extends SettingWords {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

/** A setting with several choices. */
export function Setting({ label, hint, keywords, value, choices, onChoose }: SettingProps) {
  return (
    <Found words={{ label, hint, keywords }}>
      <Field label={label} hint={hint}>
        {(control) => <Select control={control} value={value} options={choices} onChange={onChoose} />}
      </Field>
    </Found>
  );
}

interface SettingSwitchProps extends SettingWords {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A setting that is on or off. */
export function SettingSwitch({ label, hint, keywords, ...box }: SettingSwitchProps) {
  return (
    <Found words={{ label, hint, keywords }}>
      <Checkbox label={label} hint={hint} {...box} />
    </Found>
  );
}
