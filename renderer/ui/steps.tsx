import { Check } from 'lucide-react';
import { Spinner } from './spinner.tsx';
import styles from './steps.module.css';

export interface Step {
  readonly label: string;
  readonly step: 'done' | 'now' | 'todo';
  /** A request, or how long it has taken. */
  readonly detail?: string | undefined;
}

const words = { done: 'done', now: 'under way', todo: 'to do' } as const;

/** What something long is doing, in order. Says no percentage, since nobody knows one. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const current = steps.find(({ step }) => step === 'now');

  return (
    <>
      <ol className={styles.steps} aria-label={label}>
        {steps.map((step) => (
          <li key={step.label} className={styles.step} data-step={step.step}>
            {step.step === 'done' && <Check className={styles.tick} aria-hidden="true" />}
            {step.step === 'now' && <Spinner />}
            {step.step === 'todo' && <span className={styles.dot} />}
            <span>
              {step.label}
              <span className="visually-hidden">, {words[step.step]}</span>
            </span>
            {step.detail && <small className={styles.detail}>{step.detail}</small>}
          </li>
        ))}
      </ol>
      <span className="visually-hidden" role="status">
        {current?.label}
      </span>
    </>
  );
}
