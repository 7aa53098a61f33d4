import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { KindPart } from './kind-section.tsx';
import { lineControl } from './line-control.ts';
import type { PlaceholderName } from './placeholder-names.ts';
import type { RowWords } from './row-words.ts';
import styles from './rows.module.css';
import { TemplateInput } from './template-input.tsx';
import type { Pair } from './typed-values.ts';

const said = words.kindRows;

interface PairListProps {
  readonly label: string;
  readonly rows: RowWords;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  readonly onRemove: (pairs: readonly Pair[], words: string) => void;
  readonly names: readonly PlaceholderName[];
  readonly faultOf: (pair: Pair, index: number) => string | undefined;
  readonly placeholders: readonly [name: string, value: string];
}

/** Names and values, a row each, both of which are typed. */
export function PairList(props: PairListProps) {
  const { label, rows, pairs, onChange, onRemove, names, faultOf, placeholders } = props;
  const id = useId();

  function change(index: number, part: Partial<Pair>): void {
    onChange(pairs.map((pair, other) => (other === index ? { ...pair, ...part } : pair)));
  }

  return (
    <KindPart label={label}>
      <div className={styles.rows}>
        {pairs.map((pair, index) => {
          const { name, value } = pair;
          const row = `${id}-${index}`;
          const fault = faultOf(pair, index);
          const called = name === '' ? rows.one(index + 1) : name;
          return (
            <div key={row} className={classNames(styles.row, styles.pair)}>
              <Input
                control={lineControl(row, fault)}
                label={said.nameOf(rows.one(index + 1))}
                value={name}
                onChange={(next) => change(index, { name: next })}
                placeholder={placeholders[0]}
                isCode
              />
              <TemplateInput
                control={lineControl(`${row}-value`, undefined)}
                label={said.valueOf(called)}
                called={called}
                value={value}
                onChange={(next) => change(index, { value: next })}
                placeholder={placeholders[1]}
                names={names}
              />
              <IconButton
                label={said.remove(called)}
                tip={said.removeTip}
                onClick={() =>
                  onRemove(
                    pairs.filter((_, other) => other !== index),
                    rows.one(name).trim(),
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
        <Button
          look="ghost"
          className={styles.add}
          icon={<Plus />}
          onClick={() => onChange([...pairs, { name: '', value: '' }])}
        >
          {rows.add}
        </Button>
      </div>
    </KindPart>
  );
}
