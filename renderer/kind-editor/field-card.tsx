import { X } from 'lucide-react';
import type { Field } from '../../electron/contract/server.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Fold } from '../ui/fold.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import styles from './field-card.module.css';
import { fieldTypes, keepChoices, keepNamed, typeNamed, withType } from './field-types.ts';
import { type Faults, faultWithin } from './form-faults.ts';
import { PairList } from './pair-list.tsx';
import { TextField } from './text-field.tsx';
import { withText } from './with-text.ts';

const said = words.kindCalls;
const rows = words.kindRows;

interface FieldCardProps {
  readonly field: Field;
  /** Which of its list it is, for the names of its controls. */
  readonly number: number;
  readonly at: string;
  readonly faults: Faults;
  /** True for a setting of the server, of which nothing is secret and all is kept. */
  readonly isSetting: boolean;
  readonly onChange: (field: Field) => void;
  readonly onRemove: () => void;
}

/** One input of a form that the kind describes. */
export function FieldCard({ field, number, at, faults, isSetting, onChange, onRemove }: FieldCardProps) {
  const isHidden = field.type === 'password' || field.type === 'one-time-code';
  const called = field.label === '' ? rows.field.one(number) : field.label;
  const text = (name: 'hint' | 'placeholder' | 'initial') => ({
    value: field[name] ?? '',
    onChange: (next: string) => onChange(withText(field, name, next)),
    faults,
    at: `${at}.${name}`,
    optional: true,
  });

  return (
    <fieldset className={styles.card} aria-label={called}>
      <div className={styles.head}>
        <TextField
          label={said.fieldLabel}
          value={field.label}
          onChange={(label) => onChange({ ...field, label })}
          faults={faults}
          at={`${at}.label`}
        />
        <ChoiceField
          label={said.fieldType}
          value={field.type}
          options={fieldTypes}
          onChange={(type) => onChange(withType(field, typeNamed(type)))}
        />
        <IconButton
          label={rows.remove(called)}
          tip={rows.removeTip}
          className={styles.remove}
          onClick={onRemove}
        >
          <X />
        </IconButton>
      </div>
      <div className={styles.half}>
        <TextField
          label={said.nameInBraces}
          value={field.id}
          onChange={(id) => onChange({ ...field, id })}
          faults={faults}
          at={`${at}.id`}
          isCode
        />
        {!isSetting && (
          <ChoiceField
            label={said.inVault}
            value={field.keep}
            options={keepChoices}
            onChange={(keep) => onChange({ ...field, keep: keepNamed(keep) })}
          />
        )}
      </div>
      <div className={styles.ticks}>
        {!isSetting && (
          <Checkbox
            label={said.secret}
            checked={field.secret}
            disabled={isHidden && field.secret}
            onChange={(secret) => onChange({ ...field, secret })}
          />
        )}
        <Checkbox
          label={said.mayBeEmpty}
          checked={field.optional}
          onChange={(optional) => onChange({ ...field, optional })}
        />
      </div>
      {field.type === 'select' && (
        <PairList
          label={said.choices}
          rows={rows.choice}
          pairs={(field.options ?? []).map(({ value, label }) => ({ name: value, value: label }))}
          onChange={(pairs) => onChange({ ...field, options: optionsOf(pairs) })}
          onRemove={(pairs) => onChange({ ...field, options: optionsOf(pairs) })}
          names={[]}
          faultOf={(_, index) => faults[`${at}.options`] ?? faultWithin(faults, `${at}.options.${index}`)}
          placeholders={['value', said.choiceLabel]}
        />
      )}
      <Fold
        label={said.hintAndFirst}
        startsOpen={false}
        mustOpen={['hint', 'placeholder', 'initial'].some((part) => faultWithin(faults, `${at}.${part}`))}
      >
        <div className={styles.more}>
          <TextField label={said.hintUnder} {...text('hint')} />
          <div className={styles.half}>
            <TextField label={said.exampleIn} {...text('placeholder')} />
            <TextField label={said.firstValue} {...text('initial')} />
          </div>
        </div>
      </Fold>
    </fieldset>
  );
}

function optionsOf(pairs: readonly { readonly name: string; readonly value: string }[]) {
  return pairs.map(({ name, value }) => ({ value: name, label: value }));
}
