import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import type { Faults } from './form-faults.ts';
import { KindPart } from './kind-section.tsx';
import { lineControl } from './line-control.ts';
import type { RowWords } from './row-words.ts';
import styles from './rows.module.css';

const said = words.kindRows;

interface TextListProps {
  readonly label: string;
  readonly rows: RowWords;
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
  const { label, rows, texts, onChange, onRemove, faults, at, placeholder, hint } = props;
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
                label={said.lineOf(label, index + 1)}
                value={text}
                onChange={(next) => onChange(texts.map((each, other) => (other === index ? next : each)))}
                placeholder={placeholder}
                isCode
              />
              <IconButton
                label={said.remove(rows.one(text || index + 1))}
                tip={said.removeTip}
                onClick={() =>
                  onRemove(
                    texts.filter((_, other) => other !== index),
                    rows.one(text).trim(),
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
          {rows.add}
        </Button>
      </div>
    </KindPart>
  );
}
