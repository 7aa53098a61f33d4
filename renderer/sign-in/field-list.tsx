import { Fragment, type ReactNode, useState } from 'react';
import type { Field } from '../../electron/contract/server.ts';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import styles from './field-list.module.css';
import { FieldRow } from './field-row.tsx';
import { differs, type FormValues } from './form-values.ts';

const text = words.signIn;

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
  /** Ids of those among them that the server has refused, and that are needed anew. */
  readonly refused?: ReadonlySet<string>;
  /** Values that nobody chose here, and that no fold has to be opened for. */
  readonly proposed?: FormValues;
  readonly disabled?: boolean;
  readonly columns?: 1 | 2;
}

/** The form that a kind of server describes; what is rarely needed stands folded away until it holds something of its own. */
export function FieldList(props: FieldListProps) {
  const { fields, values, errors = {}, problem, kept, proposed } = props;
  const advanced = fields.filter((field) => field.advanced);
  const [startsOpen] = useState(() => advanced.some((field) => differs(field, values, kept, proposed)));
  const filled = advanced.filter((field) => differs(field, values, kept)).length;
  const hasFault = advanced.some(({ id }) => errors[id] !== undefined || problem?.fieldId === id);

  return (
    <>
      <Fields {...props} fields={fields.filter((field) => !field.advanced)} />
      {advanced.length > 0 && (
        <Fold
          label={text.moreSettings}
          remark={filled > 0 ? text.filledIn(filled) : undefined}
          startsOpen={startsOpen}
          mustOpen={hasFault}
        >
          <Fields {...props} fields={advanced} />
        </Fold>
      )}
    </>
  );
}

/** Field by field; of those that exclude each other, one after an “or”. */
function Fields({ columns = 1, ...props }: FieldListProps) {
  const { fields } = props;
  if (fields.length === 0) return null;

  return (
    <div className={styles.fields} data-columns={columns}>
      {fields.map((field) => {
        if (!field.exactlyOneOf) return <FieldRow key={field.id} field={field} {...props} />;
        const group = fields.filter(({ exactlyOneOf }) => exactlyOneOf === field.exactlyOneOf);
        if (group[0] !== field) return null;
        return (
          <fieldset key={field.id} className={styles.group} aria-label={text.fillInOne}>
            {group.map((member, index) => (
              <Fragment key={member.id}>
                {index > 0 && <span className={styles.or}>{text.or}</span>}
                <FieldRow field={member} {...props} />
              </Fragment>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
