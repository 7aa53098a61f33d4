import { importKind, OwnKindMenu } from '../kind-editor/own-kind-menu.tsx';
import { showScreen } from '../state/overlay.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import { words } from '../words/words.ts';
import { Found } from './found.tsx';
import rows from './own-kinds-section.module.css';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';

const text = words.settings.kinds;

/** The kinds of server that the user described. */
export function OwnKindsSection() {
  const kinds = useSnapshot(({ ownKinds }) => ownKinds);
  return (
    <SettingsSection heading={text.heading} keywords={text.keywords}>
      <Found words={{ ...text, own: kinds.map(({ label }) => label).join(' ') }}>
        <p className={styles.text}>{text.text}</p>
        {kinds.length === 0 && <p className={styles.text}>{text.none}</p>}
        {kinds.length > 0 && (
          <ul className={rows.kinds}>
            {kinds.map((kind) => (
              <li key={kind.id} className={rows.kind}>
                <KindMark icon={kind.icon} />
                <span className={rows.words}>
                  <strong>{kind.label}</strong>
                  <small>{kind.summary}</small>
                </span>
                <OwnKindMenu
                  kind={kind}
                  onEdit={() => showScreen({ view: 'kind-editor', kindId: kind.id })}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.row}>
          <Button onClick={() => showScreen({ view: 'kind-editor' })}>{text.describe}</Button>
          <Button onClick={() => importKind(() => undefined)}>{text.take}</Button>
        </div>
      </Found>
    </SettingsSection>
  );
}
