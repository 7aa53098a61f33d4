import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
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
  keys,
  danger = false,
  onChoose,
}: {
  readonly children: ReactNode;
  /** A short remark at the right edge. */
  readonly hint?: string;
  /** What does the same by keyboard, at the right edge and no part of the name. */
  readonly keys?: string;
  readonly danger?: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <Menu.Item
      className={styles.item}
      data-danger={danger || undefined}
      aria-keyshortcuts={keys}
      onClick={onChoose}
    >
      {children}
      {hint !== undefined && <small>{hint}</small>}
      {keys !== undefined && <small aria-hidden="true">{keys}</small>}
    </Menu.Item>
  );
}

/** A choice that is made or not; `isOneOf` where making it unmakes the others, and closes the menu. */
export function MenuCheckItem({
  checked,
  hint,
  isOneOf = false,
  onToggle,
  children,
}: {
  readonly checked: boolean;
  readonly hint?: string;
  readonly isOneOf?: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Menu.CheckboxItem
      className={styles.item}
      checked={checked}
      closeOnClick={isOneOf}
      onCheckedChange={onToggle}
    >
      <span className={styles.checked}>{checked && <Check aria-hidden="true" />}</span>
      <bdi className="truncate">{children}</bdi>
      {hint !== undefined && <small>{hint}</small>}
    </Menu.CheckboxItem>
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

/** What there is to say in the place of items, read on the way through the menu. */
export function MenuRemark({ children }: { readonly children: ReactNode }) {
  return (
    <Menu.Item disabled className={styles.remark}>
      {children}
    </Menu.Item>
  );
}
