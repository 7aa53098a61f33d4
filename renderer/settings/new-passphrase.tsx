import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Meter } from '../ui/meter.tsx';
import { passphraseStrength } from '../unlock/passphrase-strength.ts';

export interface NewPassphrase {
  readonly typed: string;
  readonly again: string;
}

export const emptyPassphrase: NewPassphrase = { typed: '', again: '' };

/** True where a passphrase was typed twice, and the same each time. */
export function isComplete({ typed, again }: NewPassphrase): boolean {
  return typed !== '' && typed === again;
}

interface NewPassphraseFieldsProps {
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
}

/** Asks for a new passphrase twice, so that a slip cannot lock anyone out. */
export function NewPassphraseFields({ label, value, onChange }: NewPassphraseFieldsProps) {
  const { typed, again } = value;
  const differs = again !== '' && !typed.startsWith(again);

  return (
    <>
      <div>
        <Field label={label}>
          {(control) => (
            <Input
              control={control}
              value={typed}
              onChange={(next) => onChange({ ...value, typed: next })}
              secret={label.toLowerCase()}
              autoComplete="new-password"
              required
            />
          )}
        </Field>
        <Meter {...passphraseStrength(typed)} />
      </div>
      <Field label="The same again" error={differs ? 'This differs from the passphrase above.' : undefined}>
        {(control) => (
          <Input
            control={control}
            value={again}
            onChange={(next) => onChange({ ...value, again: next })}
            secret="what is typed again"
            autoComplete="new-password"
            required
          />
        )}
      </Field>
    </>
  );
}
