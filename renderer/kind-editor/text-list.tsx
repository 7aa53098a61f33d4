import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import type { Faults } from './form-faults.ts';
import { KindPart } from './kind-section.tsx';
import { lineControl } from './line-control.ts';
import styles from './rows.module.css';

interface TextListProps {
  readonly label: string;
  /** What one line is, such as `origin`. */
  readonly noun: string;
  readonly texts: readonly string[];
  readonly onChange: (texts: readonly string[]) => void;
  readonly onRemove: (texts: readonly string[], words: string) => void;
  readonly faults: Faults;
  readonly at: string;
  readonly placeholder: string;
  readonly hint: string;
}

/** Short texts, a line each. */
export function TextList(props: TextListProps) {
  const { label, noun, texts, onChange, onRemove, faults, at, placeholder, hint } = props;
  const id = useId();
  return (
    <KindPart label={label}>
      <p className={styles.empty}>{hint}</p>
      <div className={styles.rows}>
        {texts.map((text, index) => {
          const row = `${id}-${index}`;
          const fault = faults[`${at}.${index}`] ?? (index === 0 ? faults[at] : undefined);
          return (
            <div key={row} className={styles.row}>
              <Input
                control={lineControl(row, fault)}
                label={`${label}, ${index + 1}`}
                value={text}
                onChange={(next) => onChange(texts.map((each, other) => (other === index ? next : each)))}
                placeholder={placeholder}
                isCode
              />
              <IconButton
                label={`Remove ${noun} ${text || index + 1}`}
                tip="Remove"
                onClick={() =>
                  onRemove(
                    texts.filter((_, other) => other !== index),
                    `${noun} ${text}`.trim(),
                  )
                }
              >
                <X />
              </IconButton>
              {fault !== undefined && (
                <span className={styles.error} id={`${row}-error`} role="alert">
                  {fault}
                </span>
              )}
            </div>
          );
        })}
        <Button look="ghost" className={styles.add} icon={<Plus />} onClick={() => onChange([...texts, ''])}>
          Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
        </Button>
      </div>
    </KindPart>
  );
}
