import { importKind, OwnKindMenu } from '../kind-editor/own-kind-menu.tsx';
import { showScreen } from '../state/overlay.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import rows from './own-kinds-section.module.css';
import styles from './settings-screen.module.css';

/** The kinds of server that the user described. */
export function OwnKindsSection() {
  const kinds = useSnapshot(({ ownKinds }) => ownKinds);
  return (
    <section className={styles.group} aria-label="Kinds of server">
      <h2 className={styles.heading}>Kinds of server</h2>
      <p className={styles.text}>
        A server that Lanyard does not know can be described in a form: how it signs in, refreshes and signs
        out. Such a description holds no secrets, and can be shared as a file.
      </p>
      {kinds.length > 0 && (
        <ul className={rows.kinds}>
          {kinds.map((kind) => (
            <li key={kind.id} className={rows.kind}>
              <KindMark icon={kind.icon} />
              <span className={rows.words}>
                <strong>{kind.label}</strong>
                <small>{kind.summary}</small>
              </span>
              <OwnKindMenu kind={kind} onEdit={() => showScreen({ view: 'kind-editor', kindId: kind.id })} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <Button onClick={() => showScreen({ view: 'kind-editor' })}>Describe a kind…</Button>
        <Button onClick={() => importKind(() => undefined)}>Import a kind…</Button>
      </div>
    </section>
  );
}
