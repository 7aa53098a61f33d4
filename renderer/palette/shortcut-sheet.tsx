import { showLayer } from '../state/quick-layer.ts';
import { type KeyPlace, listKeys, type Shortcut, shortcuts, writtenKeys } from '../state/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import styles from './shortcut-sheet.module.css';

const places: readonly KeyPlace[] = ['everywhere', 'session', 'wall', 'palette'];

/** Every key there is, drawn from the table that answers them. */
export function ShortcutSheet() {
  return (
    <Dialog title={words.shortcuts.title} subtitle={words.shortcuts.hint} onClose={() => showLayer(null)}>
      <div className={styles.sheet} data-initial-focus ref={makeReachable}>
        {places.map((place) => (
          <section key={place} aria-label={words.shortcuts[place]}>
            <h3 className={styles.heading}>{words.shortcuts[place]}</h3>
            <dl className={styles.keys}>
              {all
                .filter(({ where }) => where === place)
                .map(({ keys, label }) => (
                  <div key={`${keys} ${label}`} className={styles.line}>
                    <dt>{label}</dt>
                    <dd>
                      <kbd className={styles.key}>{writtenKeys(keys)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const all: readonly Shortcut[] = [...Object.values(shortcuts), ...listKeys];

/** The arrow keys scroll the list, wherever the sheet is lower than it. */
function makeReachable(list: HTMLElement | null): void {
  if (list !== null) list.tabIndex = 0;
}
