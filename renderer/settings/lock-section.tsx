import type { Settings } from '../../electron/contract/settings.ts';
import { words } from '../words/words.ts';
import { Setting, SettingSwitch } from './setting.tsx';
import { spanChoices } from './setting-choices.ts';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';

const idleMinutes = [0, 1, 2, 5, 10, 15, 30, 60, 240];

const text = words.settings;

interface LockSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** When Lanyard locks by itself, and what goes on behind the lock. */
export function LockSection({ settings, change }: LockSectionProps) {
  return (
    <SettingsSection {...text.locking}>
      <p className={styles.text}>{text.whatLockingDoes}</p>
      <Setting
        {...text.lockWhenIdle}
        value={String(settings.lockAfterMinutes)}
        choices={spanChoices(idleMinutes, settings.lockAfterMinutes, 60_000)}
        onChoose={(value) => change({ lockAfterMinutes: Number(value) })}
      />
      <SettingSwitch
        {...text.lockWithScreen}
        checked={settings.lockWithScreen}
        onChange={(lockWithScreen) => change({ lockWithScreen })}
      />
      <SettingSwitch
        {...text.lockBeforeSleep}
        checked={settings.lockAtSuspend}
        onChange={(lockAtSuspend) => change({ lockAtSuspend })}
      />
      <SettingSwitch
        label={text.keepAlive.label}
        hint={settings.refreshWhileLocked ? text.keptAlive : text.notKeptAlive}
        // Both, so that it is not lost to the search by being ticked.
        keywords={`${text.keepAlive.keywords} ${text.keptAlive} ${text.notKeptAlive}`}
        checked={settings.refreshWhileLocked}
        onChange={(refreshWhileLocked) => change({ refreshWhileLocked })}
      />
      <SettingSwitch
        {...text.lockedCountdowns}
        checked={settings.lockedCountdowns}
        onChange={(lockedCountdowns) => change({ lockedCountdowns })}
      />
    </SettingsSection>
  );
}
