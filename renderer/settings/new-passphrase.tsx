import { useState } from 'react';
import type { FormValues } from '../sign-in/form-values.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Meter } from '../ui/meter.tsx';
import { passphraseFaults } from '../unlock/passphrase-faults.ts';
import { passphraseStrength } from '../unlock/passphrase-strength.ts';
import { words } from '../words/words.ts';

const said = words.unlock;

interface TypedTwice {
  readonly typed: string;
  readonly again: string;
}

export interface NewPassphrase {
  readonly value: TypedTwice;
  readonly change: (value: TypedTwice) => void;
  /** What is said of either field, once it was tried. */
  readonly faults: FormValues;
  /** True where it can be taken; else the fields say why not. */
  readonly check: () => boolean;
}

/** A passphrase that is typed twice. */
export function useNewPassphrase(): NewPassphrase {
  const [value, setValue] = useState<TypedTwice>({ typed: '', again: '' });
  const [isTried, setTried] = useState(false);
  const faults = passphraseFaults(value.typed, value.again);

  return {
    value,
    faults: isTried ? faults : {},
    change(next) {
      setValue(next);
      setTried(false);
    },
    check() {
      setTried(true);
      return Object.keys(faults).length === 0;
    },
  };
}

interface NewPassphraseFieldsProps {
  /** What it is called, above the field and on the button that shows it. */
  readonly words: { readonly label: string; readonly secret: string };
  readonly next: NewPassphrase;
}

/** Asks for a new passphrase twice, so that a slip cannot lock anyone out. */
export function NewPassphraseFields({ words: { label, secret }, next }: NewPassphraseFieldsProps) {
  const { value, change, faults } = next;
  const { typed, again } = value;
  const differs = again !== '' && !typed.startsWith(again);

  return (
    <>
      <div>
        <Field label={label} error={faults.passphrase}>
          {(control) => (
            <Input
              control={control}
              value={typed}
              onChange={(written) => change({ ...value, typed: written })}
              secret={secret}
              autoComplete="new-password"
              required
            />
          )}
        </Field>
        <Meter {...passphraseStrength(typed)} />
      </div>
      <Field label={said.again} error={faults.again ?? (differs ? said.differs : undefined)}>
        {(control) => (
          <Input
            control={control}
            value={again}
            onChange={(written) => change({ ...value, again: written })}
            secret={said.againSecret}
            autoComplete="new-password"
            required
          />
        )}
      </Field>
    </>
  );
}
