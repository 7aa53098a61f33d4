import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import styles from './certificate-field.module.css';

const said = words.addServer;

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
      <summary className={styles.summary}>{said.ownAuthority}</summary>
      <div className={styles.inner}>
        <Field label={said.certificate} optional hint={said.certificateHint} error={error}>
          {(control) => (
            <Input
              control={control}
              value={pem ?? ''}
              onChange={onChange}
              lines={shownLines}
              placeholder={isKept ? said.oneIsKept : '-----BEGIN CERTIFICATE-----'}
            />
          )}
        </Field>
        <div className={styles.row}>
          <input
            ref={file}
            className="visually-hidden"
            type="file"
            accept=".pem,.crt,.cer"
            aria-label={said.certificateFile}
            tabIndex={-1}
            onChange={(event) => void readFile(event.target.files?.[0])}
          />
          <Button onClick={() => file.current?.click()}>{said.chooseFile}</Button>
          {isKept && (
            <Button look="ghost" onClick={() => onChange('')}>
              {said.removeKept}
            </Button>
          )}
          {hasOne && pem === '' && <span>{said.removedOnSave}</span>}
        </div>
      </div>
    </details>
  );
}
