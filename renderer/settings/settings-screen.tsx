import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { ask, asProblem } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useSnapshot } from '../state/snapshot.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { AboutLanyard } from './about-lanyard.tsx';
import { BackgroundSection } from './background-section.tsx';
import { LockSection } from './lock-section.tsx';
import { OwnKindsSection } from './own-kinds-section.tsx';
import { PickerSection } from './picker-section.tsx';
import { type Choice, spanChoices, themeChoices } from './setting-choices.ts';
import styles from './settings-screen.module.css';
import { TransferSection } from './transfer-section.tsx';
import { VaultSection } from './vault-section.tsx';

const clipboardSeconds = [0, 15, 30, 45, 60, 120, 300, 600];
const revealSeconds = [5, 10, 20, 30, 60, 120];

/** Everything that can be set for Lanyard as a whole. A choice holds at once. */
export function SettingsScreen() {
  const settings = useSnapshot((snapshot) => snapshot.settings);
  const [problem, setProblem] = useState<Problem | null>(null);

  function change(part: Partial<Settings>): void {
    setProblem(null);
    ask('settings.update', part).catch((thrown: unknown) => setProblem(asProblem(thrown)));
  }

  return (
    <section className={styles.panel} aria-label="Settings">
      <div className={styles.inner}>
        <section className={styles.group} aria-label="Window">
          <h2 className={styles.heading}>Window</h2>
          <Setting
            label="Theme"
            value={settings.theme}
            choices={themeChoices}
            onChoose={(value) => change({ theme: themeOf(value) })}
          />
        </section>
        <section className={styles.group} aria-label="Tokens">
          <h2 className={styles.heading}>Tokens</h2>
          <Setting
            label="Clear a copied secret from the clipboard after"
            hint="Only if it still holds what Lanyard put there, and in any case when you quit."
            value={String(settings.clipboardSeconds)}
            choices={spanChoices(clipboardSeconds, settings.clipboardSeconds, 1000)}
            onChoose={(value) => change({ clipboardSeconds: Number(value) })}
          />
          <Setting
            label="Hide a revealed token after"
            value={String(settings.revealSeconds)}
            choices={spanChoices(revealSeconds, settings.revealSeconds, 1000)}
            onChoose={(value) => change({ revealSeconds: Number(value) })}
          />
          {problem && <ProblemNotice problem={problem} />}
        </section>
        <BackgroundSection settings={settings} change={change} />
        <PickerSection />
        <VaultSection />
        <LockSection settings={settings} change={change} />
        <OwnKindsSection />
        <TransferSection />
        <AboutLanyard />
      </div>
    </section>
  );
}

interface SettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

function Setting({ label, hint, value, choices, onChoose }: SettingProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => <Select control={control} value={value} options={choices} onChange={onChoose} />}
    </Field>
  );
}

function themeOf(value: string): Settings['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}
