import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import type { FieldControl } from './field.tsx';
import styles from './select.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly control: FieldControl;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}

/** One choice of a few. */
export function Select({ control, value, options, onChange, disabled = false }: SelectProps) {
  // Beside its trigger and not at the end of the document, so that the choices belong to the same landmark.
  const place = useRef<HTMLDivElement>(null);

  return (
    <Base.Root
      items={[...options]}
      value={value}
      disabled={disabled}
      onValueChange={(next) => onChange(next ?? '')}
    >
      <Base.Trigger
        id={control.id}
        className={styles.trigger}
        aria-labelledby={control.labelId}
        aria-describedby={control.describedBy}
        aria-invalid={control.invalid || undefined}
        data-addressed={control.isAddressed || undefined}
      >
        <Base.Value className={styles.value} />
        <Base.Icon className={styles.icon}>
          <ChevronDown aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <div ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner
          className={styles.positioner}
          positionMethod="fixed"
          sideOffset={4}
          alignItemWithTrigger={false}
        >
          <Base.Popup className={styles.popup}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={styles.item}>
                <Base.ItemIndicator>
                  <Check aria-hidden="true" />
                </Base.ItemIndicator>
                <Base.ItemText className={styles.text}>{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
