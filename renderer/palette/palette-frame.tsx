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
  /** What gets the focus when it closes; else what had it before. */
  readonly finalFocus?: () => HTMLElement | true;
  readonly children: ReactNode;
}) {
  // Seen before the field in it takes the focus by itself.
  const [before] = useState(() => document.activeElement);
  const backTo = () => (before instanceof HTMLElement && before.isConnected ? before : true);
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
          <Dialog.Popup className={styles.palette} finalFocus={finalFocus ?? backTo}>
            <Dialog.Title className="visually-hidden">{title}</Dialog.Title>
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
