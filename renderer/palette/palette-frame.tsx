import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useState } from 'react';
import styles from './palette.module.css';

/** The sheet above any screen in which a command or a session is found. */
export function PaletteFrame({
  title,
  onClose,
  finalFocus,
  children,
}: {
  /** For screen readers alone. */
  readonly title: string;
  readonly onClose: (isEscape: boolean) => void;
  /** What gets the focus when it closes; where that is null, what had it before. */
  readonly finalFocus?: () => HTMLElement | null;
  readonly children: ReactNode;
}) {
  // Seen before the field in it takes the focus by itself.
  const [before] = useState(() => document.activeElement);
  // Where nothing had the focus, none is given to a field that would take the next key for a letter.
  function backTo(): HTMLElement | boolean {
    if (before === document.body) return false;
    return before instanceof HTMLElement && before.isConnected ? before : true;
  }

  return (
    <Dialog.Root
      open
      onOpenChange={(open, { reason }) => {
        if (!open) onClose(reason === 'escape-key');
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.palette} finalFocus={() => finalFocus?.() ?? backTo()}>
            <Dialog.Title className="visually-hidden">{title}</Dialog.Title>
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
