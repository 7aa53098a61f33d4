import type { Settings } from '../../electron/contract/settings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { spanChoices } from './setting-choices.ts';
import styles from './settings-screen.module.css';

const idleMinutes = [0, 1, 2, 5, 10, 15, 30, 60, 240];

interface LockSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** When Lanyard locks by itself, and what goes on behind the lock. */
export function LockSection({ settings, change }: LockSectionProps) {
  return (
    <section className={styles.group} aria-label="Locking">
      <h2 className={styles.heading}>Locking</h2>
      <p className={styles.text}>
        While Lanyard is locked, nothing in the vault is shown, copied or changed, and a copied secret is
        cleared from the clipboard. Sessions in memory are not locked: they would be lost.
      </p>
      <Field
        label="Lock when nobody is at the computer for"
        hint="Counted from the last key or pointer movement in any program."
      >
        {(control) => (
          <Select
            control={control}
            value={String(settings.lockAfterMinutes)}
            options={spanChoices(idleMinutes, settings.lockAfterMinutes, 60_000)}
            onChange={(value) => change({ lockAfterMinutes: Number(value) })}
          />
        )}
      </Field>
      <Checkbox
        label="Lock with the screen"
        hint="When the system locks its screen, as far as the desktop says so."
        checked={settings.lockWithScreen}
        onChange={(lockWithScreen) => change({ lockWithScreen })}
      />
      <Checkbox
        label="Lock before sleep"
        checked={settings.lockAtSuspend}
        onChange={(lockAtSuspend) => change({ lockAtSuspend })}
      />
      <Checkbox
        label="Keep sessions alive while locked"
        hint={
          settings.refreshWhileLocked
            ? 'Refreshing goes on behind the lock. For that, the key stays in the memory of this computer.'
            : 'Refreshing pauses and the key is dropped from memory. Sessions that end meanwhile need you again.'
        }
        checked={settings.refreshWhileLocked}
        onChange={(refreshWhileLocked) => change({ refreshWhileLocked })}
      />
      <Checkbox
        label="Show names and countdowns while locked"
        hint="Whoever passes by sees which sessions there are and how long they live, and nothing else."
        checked={settings.lockedCountdowns}
        onChange={(lockedCountdowns) => change({ lockedCountdowns })}
      />
    </section>
  );
}
