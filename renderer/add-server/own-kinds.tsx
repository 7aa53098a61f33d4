import { Plus } from 'lucide-react';
import type { KindView } from '../../electron/contract/server.ts';
import { importKind, OwnKindMenu } from '../kind-editor/own-kind-menu.tsx';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { KindCard } from './kind-card.tsx';
import styles from './kind-cards.module.css';

const text = words.addServer;

interface OwnKindsProps {
  readonly kinds: readonly KindView[];
  readonly id: string;
  readonly isFixed: boolean;
  readonly onChoose: (kindId: string) => void;
  /** Opens the description of a kind, or an empty one. */
  readonly onDescribe: (kindId?: string) => void;
}

/** The kinds that the user described, and the way to another. */
export function OwnKinds({ kinds, id, isFixed, onChoose, onDescribe }: OwnKindsProps) {
  const own = kinds.filter(({ group }) => group === 'own');
  if (isFixed && own.length === 0) return null;
  return (
    <div className={styles.kinds}>
      <div className={styles.head}>
        <h2 className={styles.label}>{text.ownKinds}</h2>
        {!isFixed && (
          <Button look="ghost" className={styles.aside} onClick={() => importKind(onChoose)}>
            {text.importKind}
          </Button>
        )}
      </div>
      {own.map((kind) => (
        <div key={kind.id} className={styles.ownCard}>
          <KindCard kind={kind} id={`${id}-${kind.id}`} />
          {!isFixed && <OwnKindMenu kind={kind} className={styles.menu} onEdit={() => onDescribe(kind.id)} />}
        </div>
      ))}
      {!isFixed && (
        <button type="button" className={styles.card} onClick={() => onDescribe()}>
          <span className={styles.plus}>
            <Plus size={16} aria-hidden="true" />
          </span>
          <strong className={styles.name}>{text.describeOwn}</strong>
          <span className={styles.summary}>{text.describeOwnHint}</span>
        </button>
      )}
    </div>
  );
}
