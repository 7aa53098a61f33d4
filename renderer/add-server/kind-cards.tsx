import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import type { KindView } from '../../electron/contract/server.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { KindCard } from './kind-card.tsx';
import styles from './kind-cards.module.css';
import { OwnKinds } from './own-kinds.tsx';
import { draftKindId } from './sketched-kind.ts';

const text = words.addServer;

const groups = [
  { id: 'known', label: text.knownServers },
  { id: 'oauth', label: 'OAuth 2.0' },
] as const;

interface KindCardsProps {
  readonly kinds: readonly KindView[];
  readonly chosen: string | undefined;
  readonly onChoose: (kindId: string) => void;
  readonly error: string | undefined;
  /** True for a server that is there: what its sessions hold fits its kind alone. */
  readonly isFixed: boolean;
  /** Opens the description of a kind, or an empty one. */
  readonly onDescribe: (kindId?: string) => void;
}

/** The kinds of server that there are, one of which is chosen. */
export function KindCards({ kinds, chosen, onChoose, error, isFixed, onDescribe }: KindCardsProps) {
  const id = useId();
  const draft = kinds.find((kind) => kind.id === draftKindId);
  const kept = kinds.filter((kind) => kind !== draft);

  return (
    <div className={styles.group}>
      {error && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <RadioGroup
        className={styles.group}
        aria-label={text.kindOfServer}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        value={chosen ?? ''}
        onValueChange={(next) => onChoose(String(next))}
        disabled={isFixed}
      >
        {draft && (
          <div className={styles.kinds}>
            <div className={styles.head}>
              <h2 className={styles.label}>{text.asDescribed}</h2>
              <Button look="ghost" className={styles.aside} onClick={() => onDescribe(draft.id)}>
                {text.openDescription}
              </Button>
            </div>
            <KindCard kind={draft} id={`${id}-${draft.id}`} />
          </div>
        )}
        {groups.map((group) => (
          <div key={group.id} className={styles.kinds}>
            <h2 className={styles.label}>{group.label}</h2>
            {kept
              .filter((kind) => kind.group === group.id)
              .map((kind) => (
                <KindCard
                  key={kind.id}
                  kind={kind}
                  id={`${id}-${kind.id}`}
                  isAddressed={error !== undefined && kind === kept[0]}
                />
              ))}
          </div>
        ))}
        <OwnKinds kinds={kept} isFixed={isFixed} id={id} onChoose={onChoose} onDescribe={onDescribe} />
      </RadioGroup>
      {isFixed && <p className={styles.hint}>{text.keepsItsKind}</p>}
    </div>
  );
}
