import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import styles from './segments.module.css';

interface Segment<Value> {
  readonly value: Value;
  readonly text: string;
  /** What it is called, where the text is short. */
  readonly name: string;
}

/** One choice of very few, all of them in sight. */
export function Segments<Value extends number | string>({
  label,
  segments,
  value,
  onChange,
}: {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <RadioGroup<Value> className={styles.segments} aria-label={label} value={value} onValueChange={onChange}>
      {segments.map(({ value: own, text, name }) => (
        <Radio.Root key={own} value={own} className={styles.segment} aria-label={name}>
          {text}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
