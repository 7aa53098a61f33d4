import { Menu } from '@base-ui/react/menu';
import type { ReactNode, RefObject } from 'react';
import styles from './menu.module.css';

/** The floating sheet of a menu; its content are `MenuItem`, `MenuSeparator` and `MenuGroup`. */
export function MenuPopup({
  label,
  align = 'end',
  anchor,
  returnTo,
  children,
}: {
  readonly label: string;
  readonly align?: 'start' | 'end';
  /** What it hangs from, where that is more than the button that opens it. */
  readonly anchor?: RefObject<HTMLElement | null>;
  /** What gets the focus when it closes, where that is not the button that opened it. */
  readonly returnTo?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  return (
    <Menu.Portal>
      <Menu.Positioner
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className={styles.positioner}
        {...(anchor && { anchor })}
      >
        <Menu.Popup className={styles.menu} aria-label={label} {...(returnTo && { finalFocus: returnTo })}>
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

export function MenuItem({
  children,
  hint,
  danger = false,
  onChoose,
}: {
  readonly children: ReactNode;
  /** A shortcut or a short remark at the right edge. */
  readonly hint?: string;
  readonly danger?: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <Menu.Item className={styles.item} data-danger={danger || undefined} onClick={onChoose}>
      {children}
      {hint !== undefined && <small>{hint}</small>}
    </Menu.Item>
  );
}

export function MenuSeparator() {
  return <Menu.Separator className={styles.separator} />;
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles.label}>{label}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}
