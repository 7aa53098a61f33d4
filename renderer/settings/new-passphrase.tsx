import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Meter } from '../ui/meter.tsx';
import { passphraseStrength } from '../unlock/passphrase-strength.ts';
import { words } from '../words/words.ts';

const said = words.unlock;

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
  /** What it is called, above the field and on the button that shows it. */
  readonly words: { readonly label: string; readonly secret: string };
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
}

/** Asks for a new passphrase twice, so that a slip cannot lock anyone out. */
export function NewPassphraseFields({ words: { label, secret }, value, onChange }: NewPassphraseFieldsProps) {
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
              secret={secret}
              autoComplete="new-password"
              required
            />
          )}
        </Field>
        <Meter {...passphraseStrength(typed)} />
      </div>
      <Field label={said.again} error={differs ? said.differs : undefined}>
        {(control) => (
          <Input
            control={control}
            value={again}
            onChange={(next) => onChange({ ...value, again: next })}
            secret={said.againSecret}
            autoComplete="new-password"
            required
          />
        )}
      </Field>
    </>
  );
}
