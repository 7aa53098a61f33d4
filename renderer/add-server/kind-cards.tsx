import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { KindView } from '../../electron/contract/server.ts';
import { KindMark } from '../ui/kind-mark.tsx';
import styles from './kind-cards.module.css';
import { draftKindId } from './sketched-kind.ts';

const ownGroup = { id: 'own', label: 'Kinds of your own' } as const;
const otherGroups = [
  { id: 'known', label: 'Servers Lanyard knows' },
  { id: 'oauth', label: 'OAuth 2.0' },
] as const;

/** What was described just now is what the eye looks for. */
function groupsFor(kinds: readonly KindView[]) {
  const groups = kinds.some(({ id }) => id === draftKindId)
    ? [ownGroup, ...otherGroups]
    : [...otherGroups, ownGroup];
  return groups.filter(({ id }) => kinds.some(({ group }) => group === id));
}

interface KindCardsProps {
  readonly kinds: readonly KindView[];
  readonly chosen: string | undefined;
  readonly onChoose: (kindId: string) => void;
  readonly error: string | undefined;
  /** True for a server that is there: what its sessions hold fits its kind alone. */
  readonly isFixed: boolean;
}

/** The kinds of server that there are, one of which is chosen. */
export function KindCards({ kinds, chosen, onChoose, error, isFixed }: KindCardsProps) {
  const id = useId();

  return (
    <div className={styles.group}>
      <RadioGroup
        className={styles.group}
        aria-label="Kind of server"
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        value={chosen ?? ''}
        onValueChange={(next) => onChoose(String(next))}
        disabled={isFixed}
      >
        {groupsFor(kinds).map((group) => (
          <div key={group.id} className={styles.kinds}>
            <h2 className={styles.label}>{group.label}</h2>
            {kinds
              .filter((kind) => kind.group === group.id)
              .map((kind) => (
                <Radio.Root
                  key={kind.id}
                  value={kind.id}
                  className={styles.card}
                  aria-labelledby={`${id}-${kind.id}`}
                  aria-describedby={`${id}-${kind.id}-summary`}
                >
                  <KindMark icon={kind.icon} size="l" />
                  <strong className={styles.name} id={`${id}-${kind.id}`}>
                    {kind.label}
                  </strong>
                  <span className={styles.summary} id={`${id}-${kind.id}-summary`}>
                    {kind.summary}
                  </span>
                  <Radio.Indicator className={styles.tick}>
                    <Check size={12} strokeWidth={1.75} aria-hidden="true" />
                  </Radio.Indicator>
                </Radio.Root>
              ))}
          </div>
        ))}
      </RadioGroup>
      {error && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {isFixed && (
        <p className={styles.hint}>A server keeps its kind. For another kind, add another server.</p>
      )}
    </div>
  );
}
