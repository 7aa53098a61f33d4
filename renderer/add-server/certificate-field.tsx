import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import styles from './certificate-field.module.css';

/** A certificate in PEM is some 25 lines; four show that it is one. */
const shownLines = 4;

interface CertificateFieldProps {
  /** Undefined keeps what is there, empty removes it. */
  readonly pem: string | undefined;
  readonly onChange: (pem: string | undefined) => void;
  readonly hasOne: boolean;
  readonly error: string | undefined;
  /** True where the probe has found that one is needed. */
  readonly isNeeded: boolean;
}

/** Takes a certificate authority that only this server is trusted by. */
export function CertificateField({ pem, onChange, hasOne, error, isNeeded }: CertificateFieldProps) {
  const file = useRef<HTMLInputElement>(null);
  const isKept = hasOne && pem === undefined;

  async function readFile(chosen: File | undefined): Promise<void> {
    if (chosen) onChange(await chosen.text());
  }

  return (
    <details open={isNeeded || error !== undefined || pem !== undefined || hasOne}>
      <summary className={styles.summary}>Certificate authority of its own</summary>
      <div className={styles.inner}>
        <Field
          label="Certificate in PEM"
          optional
          hint="Trusted for this server alone, beside those the system trusts."
          error={error}
        >
          {(control) => (
            <Input
              control={control}
              value={pem ?? ''}
              onChange={onChange}
              lines={shownLines}
              placeholder={isKept ? 'One is kept for this server' : '-----BEGIN CERTIFICATE-----'}
            />
          )}
        </Field>
        <div className={styles.row}>
          <input
            ref={file}
            className="visually-hidden"
            type="file"
            accept=".pem,.crt,.cer"
            aria-label="Certificate file"
            tabIndex={-1}
            onChange={(event) => void readFile(event.target.files?.[0])}
          />
          <Button onClick={() => file.current?.click()}>Choose a file</Button>
          {isKept && (
            <Button look="ghost" onClick={() => onChange('')}>
              Remove the kept one
            </Button>
          )}
          {hasOne && pem === '' && <span>It is removed when you save.</span>}
        </div>
      </div>
    </details>
  );
}
