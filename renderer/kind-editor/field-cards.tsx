import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Field } from '../../electron/contract/server.ts';
import { Button } from '../ui/button.tsx';
import styles from './field-card.module.css';
import { FieldCard } from './field-card.tsx';
import type { Faults } from './form-faults.ts';
import { nameFor } from './placeholder-names.ts';
import type { RowWords } from './row-words.ts';

interface FieldCardsProps {
  readonly fields: readonly Field[];
  readonly at: string;
  readonly faults: Faults;
  readonly rows: RowWords;
  readonly isSetting?: boolean;
  readonly onChange: (fields: readonly Field[]) => void;
  readonly onRemove: (fields: readonly Field[], words: string) => void;
}

/** The inputs of one form, in their order. */
export function FieldCards(props: FieldCardsProps) {
  const { fields, at, faults, rows, isSetting = false, onChange, onRemove } = props;
  const id = useId();
  // What profiles keep is kept by name, so a field that was there before keeps its own.
  const [before] = useState(() => new Set(fields.map((field) => field.id)));

  function change(index: number, next: Field): void {
    const old = fields[index];
    const taken = fields.filter((_, other) => other !== index).map((field) => field.id);
    const follows =
      old !== undefined &&
      !before.has(old.id) &&
      old.id === next.id &&
      (old.id === '' || old.id === nameFor(old.label, taken));
    const named = follows && next.label !== old.label ? { ...next, id: nameFor(next.label, taken) } : next;
    onChange(fields.map((field, other) => (other === index ? named : field)));
  }

  return (
    <div className={styles.list}>
      {fields.map((field, index) => {
        const key = `${id}-${index}`;
        return (
          <FieldCard
            key={key}
            field={field}
            number={index + 1}
            at={`${at}.${index}`}
            faults={faults}
            isSetting={isSetting}
            onChange={(next) => change(index, next)}
            onRemove={() =>
              onRemove(
                fields.filter((_, other) => other !== index),
                rows.one(field.label).trim(),
              )
            }
          />
        );
      })}
      <Button
        look="ghost"
        className={styles.add}
        icon={<Plus />}
        onClick={() => onChange([...fields, { ...emptyField }])}
      >
        {rows.add}
      </Button>
    </div>
  );
}

const emptyField: Field = { id: '', label: '', type: 'text', secret: false, optional: false, keep: 'always' };
