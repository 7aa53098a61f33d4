import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import {
  type DraftFault,
  hasBody,
  type RequestDraft,
  requestMethods,
} from '../../../electron/contract/request-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type FieldControl } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { words } from '../../words/words.ts';
import styles from './try-it.module.css';

interface RequestFieldsProps {
  readonly draft: RequestDraft;
  readonly origin: string;
  /** What main found wrong, by place. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<RequestDraft>) => void;
  readonly onSend: () => void;
}

/** Method, path, headers and body of a request. Enter in the path sends it. */
export function RequestFields({ draft, origin, faults, onChange, onSend }: RequestFieldsProps) {
  const takesBody = hasBody({ method: draft.method, body: 'x' });
  return (
    <>
      <div className={styles.call}>
        <Field label={words.tryIt.method}>
          {(control) => (
            <Select
              control={control}
              value={draft.method}
              options={methods}
              onChange={(next) => onChange({ method: requestMethods.find((one) => one === next) ?? 'GET' })}
            />
          )}
        </Field>
        <Field label={words.tryIt.path} hint={words.tryIt.pathHint(origin)} error={faultWords(faults.path)}>
          {(control) => (
            <Input
              control={control}
              value={draft.path}
              onChange={(path) => onChange({ path })}
              onEnter={onSend}
              isCode
            />
          )}
        </Field>
      </div>
      <HeaderRows draft={draft} faults={faults} onChange={onChange} />
      {takesBody && (
        <>
          <Field label={words.tryIt.body}>
            {(control) => (
              <Input control={control} value={draft.body} onChange={(body) => onChange({ body })} lines={5} />
            )}
          </Field>
          <Field label={words.tryIt.contentType} error={faultWords(faults.contentType)}>
            {(control) => (
              <Input
                control={control}
                value={draft.contentType}
                onChange={(contentType) => onChange({ contentType })}
                isCode
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}

function HeaderRows({ draft, faults, onChange }: Pick<RequestFieldsProps, 'draft' | 'faults' | 'onChange'>) {
  const id = useId();
  const { headers } = draft;
  const change = (index: number, part: Partial<RequestDraft['headers'][number]>) =>
    onChange({
      headers: headers.map((header, other) => (other === index ? { ...header, ...part } : header)),
    });

  return (
    <div className={styles.headers}>
      {headers.map(({ name, value }, index) => {
        const row = `${id}-${index}`;
        const fault = faultWords(faults[`headers.${index}`]);
        const called = name === '' ? words.tryIt.header(index + 1) : name;
        return (
          <div key={row} className={styles.header}>
            <Input
              control={control(row, fault)}
              label={words.tryIt.headerName(index + 1)}
              value={name}
              onChange={(next) => change(index, { name: next })}
              isCode
            />
            <Input
              control={control(`${row}-value`, undefined)}
              label={words.tryIt.headerValue(called)}
              value={value}
              onChange={(next) => change(index, { value: next })}
              isCode
            />
            <IconButton
              label={words.tryIt.remove(called)}
              onClick={() => onChange({ headers: headers.filter((_, other) => other !== index) })}
            >
              <X />
            </IconButton>
            {fault !== undefined && (
              <span className={styles.fault} id={`${row}-error`} role="alert">
                {fault}
              </span>
            )}
          </div>
        );
      })}
      <Button
        look="ghost"
        icon={<Plus />}
        className={styles.add}
        onClick={() => onChange({ headers: [...headers, { name: '', value: '' }] })}
      >
        {words.tryIt.addHeader}
      </Button>
    </div>
  );
}

const methods = requestMethods.map((method) => ({ value: method, label: method }));

function control(id: string, fault: string | undefined): FieldControl {
  const isAddressed = fault !== undefined;
  const describedBy = isAddressed ? `${id}-error` : undefined;
  return { id, labelId: '', describedBy, invalid: isAddressed, isAddressed };
}

export function faultWords(fault: string | undefined): string | undefined {
  return fault === undefined ? undefined : words.tryIt.faults[fault as DraftFault];
}
