import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { words } from '../words/words.ts';
import styles from './dialog.module.css';
import { focusAfter, placesAround } from './focus-after.ts';
import { IconButton } from './icon-button.tsx';

const said = words.controls;

interface DialogProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly mark?: ReactNode;
  /** Asked for by Escape, the close button, and, while it is not sticky, by a press outside. */
  readonly onClose: () => void;
  /** True while something would be lost: a press outside is often a slip. */
  readonly isSticky?: boolean;
  /** True for what stands side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A dialog above everything. It stays mounted until whoever opened it takes it away. */
export function Dialog(props: DialogProps) {
  const { title, subtitle, mark, onClose, isSticky = false, isWide = false, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  const [openedFrom] = useState(() => placesAround(document.activeElement));

  return (
    <Base.Root
      open
      disablePointerDismissal={isSticky}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            ref={popup}
            className={styles.dialog}
            data-wide={isWide || undefined}
            initialFocus={() => firstToFill(popup.current) ?? true}
            finalFocus={() => focusAfter(openedFrom, popup.current)}
          >
            <header className={styles.head}>
              {mark}
              <div className={styles.titles}>
                <Base.Title className={styles.title}>{title}</Base.Title>
                {subtitle && <Base.Description className={styles.subtitle}>{subtitle}</Base.Description>}
              </div>
              <IconButton label={said.close} className={styles.close} onClick={onClose}>
                <X aria-hidden="true" />
              </IconButton>
            </header>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Where typing starts: the first empty field that is needed, else the first field, else what asks for the focus. */
function firstToFill(root: HTMLElement | null): HTMLElement | null {
  const fields = [...(root?.querySelectorAll<HTMLInputElement>(textFields) ?? [])];
  const empty = fields.find((field) => field.value === '' && field.ariaRequired === 'true');
  return empty ?? root?.querySelector<HTMLElement>('[data-initial-focus]') ?? fields[0] ?? null;
}

const textFields = 'input:is([type="text"], [type="password"], [type="url"]):enabled, textarea:enabled';

interface DialogFormProps {
  readonly onSubmit: () => void;
  readonly foot: ReactNode;
  /** The part that scrolls. */
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Body and foot of a dialog as one form, so that Enter in any line sends it. */
export function DialogForm({ onSubmit, foot, ref, children }: DialogFormProps) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className={styles.body} ref={ref}>
        {children}
      </div>
      <footer className={styles.foot}>{foot}</footer>
    </form>
  );
}

/** A sentence at the left of a dialog's foot. */
export function FootNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
