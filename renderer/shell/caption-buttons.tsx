import { ask } from '../bridge.ts';
import { words } from '../words/words.ts';
import styles from './caption-buttons.module.css';

const text = words.shell;

const buttons = [
  { action: 'minimize', label: text.minimize, path: 'M0 5.5h10' },
  { action: 'maximize', label: text.maximize, path: 'M.5.5h9v9h-9z' },
  { action: 'close', label: text.close, path: 'm.5.5 9 9M9.5.5l-9 9' },
] as const;

/** The window's own buttons, where the system draws none. They stay out of the Tab order: the system has keys for them. */
export function CaptionButtons() {
  return (
    <div className={styles.caption}>
      {buttons.map(({ action, label, path }) => (
        <button
          key={action}
          type="button"
          tabIndex={-1}
          aria-label={label}
          data-action={action}
          onClick={() => {
            void ask('window.control', { action });
          }}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  );
}
