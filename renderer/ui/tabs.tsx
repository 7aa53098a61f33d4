import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface TabsProps {
  /** Says what is chosen between. */
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Segmented tabs above what the chosen one shows. With one tab there is nothing to choose, and no tab. */
export function Tabs({ label, tabs, value, onChange, disabled = false, children }: TabsProps) {
  if (tabs.length < 2) return <div className={styles.panel}>{children}</div>;

  return (
    <Base.Root className={styles.panel} value={value} onValueChange={(next) => onChange(String(next))}>
      <Base.List className={styles.list} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles.tab} disabled={disabled}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel className={styles.panel} value={value} tabIndex={-1}>
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
