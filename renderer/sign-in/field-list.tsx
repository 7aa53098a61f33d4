import { Fragment, type ReactNode } from 'react';
import type { Field } from '../../electron/contract/server.ts';
import styles from './field-list.module.css';
import { FieldRow } from './field-row.tsx';
import type { FormValues } from './form-values.ts';

interface FieldProblem {
  readonly fieldId: string;
  readonly notice: ReactNode;
  /** False where it asks for something and finds no fault. */
  readonly isFault?: boolean;
}

export interface FieldListProps {
  readonly fields: readonly Field[];
  readonly values: FormValues;
  readonly onChange: (fieldId: string, value: string) => void;
  /** One sentence by field id. */
  readonly errors?: FormValues;
  /** What belongs under one field and is more than a sentence. */
  readonly problem?: FieldProblem | null;
  /** Ids of secrets that the vault keeps, and that may be left empty. */
  readonly kept?: ReadonlySet<string>;
  readonly disabled?: boolean;
  readonly columns?: 1 | 2;
}

/** The form that a kind of server describes, field by field; of fields that exclude each other, one after an “or”. */
export function FieldList({ columns = 1, ...props }: FieldListProps) {
  const { fields } = props;

  return (
    <div className={styles.fields} data-columns={columns}>
      {fields.map((field) => {
        if (!field.exactlyOneOf) return <FieldRow key={field.id} field={field} {...props} />;
        const group = fields.filter(({ exactlyOneOf }) => exactlyOneOf === field.exactlyOneOf);
        if (group[0] !== field) return null;
        return (
          <fieldset key={field.id} className={styles.group} aria-label="Fill in one of these">
            {group.map((member, index) => (
              <Fragment key={member.id}>
                {index > 0 && <span className={styles.or}>or</span>}
                <FieldRow field={member} {...props} />
              </Fragment>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
