import { Radio } from '@base-ui/react/radio';
import { Check } from 'lucide-react';
import type { KindView } from '../../electron/contract/server.ts';
import { KindMark } from '../ui/kind-mark.tsx';
import styles from './kind-cards.module.css';

/** One kind of server, to choose. The focus goes to one that is addressed, where no kind was chosen. */
export function KindCard({
  kind,
  id,
  isAddressed = false,
}: {
  readonly kind: KindView;
  readonly id: string;
  readonly isAddressed?: boolean;
}) {
  return (
    <Radio.Root
      value={kind.id}
      data-addressed={isAddressed || undefined}
      className={styles.card}
      aria-labelledby={id}
      aria-describedby={`${id}-summary`}
    >
      <KindMark icon={kind.icon} size="l" />
      <strong className={styles.name} id={id}>
        {kind.label}
      </strong>
      <span className={styles.summary} id={`${id}-summary`}>
        {kind.summary}
      </span>
      <Radio.Indicator className={styles.tick}>
        <Check size={12} strokeWidth={1.75} aria-hidden="true" />
      </Radio.Indicator>
    </Radio.Root>
  );
}
