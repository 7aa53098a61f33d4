import { type ReactNode, useId } from 'react';
import { words } from '../words/words.ts';
import styles from './field.module.css';

const said = words.controls;

/** What a control needs so that its label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** True where something is said about this field that calls for the user. */
  readonly isAddressed: boolean;
}

interface FieldProps {
  readonly label: string;
  readonly optional?: boolean | undefined;
  readonly hint?: ReactNode;
  /** One sentence; shown under the control and tied to it. */
  readonly error?: string | undefined;
  /** More than a sentence, such as a notice with the server's words; shown in place of `error`. */
  readonly problem?: ReactNode;
  /** False where the problem asks for something and finds no fault. */
  readonly isFault?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, and what there is to say about them. */
export function Field({ label, optional, hint, error, problem, isFault = true, children }: FieldProps) {
  const id = useId();
  const hasProblem = problem !== undefined && problem !== null;
  const isAddressed = hasProblem || error !== undefined;
  const invalid = isAddressed && isFault;
  const describedBy = [hint ? `${id}-hint` : '', isAddressed ? `${id}-error` : ''].filter(Boolean).join(' ');

  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        {optional && (
          <span className={styles.optional} aria-hidden="true">
            {said.optional}
          </span>
        )}
      </div>
      {children({ id, labelId: `${id}-label`, describedBy: describedBy || undefined, invalid, isAddressed })}
      {hasProblem && (
        <div className={styles.below} id={`${id}-error`}>
          {problem}
        </div>
      )}
      {!hasProblem && error !== undefined && (
        <span className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
