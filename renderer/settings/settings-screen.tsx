import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { ask, asProblem } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useSnapshot } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { AboutLanyard } from './about-lanyard.tsx';
import { BackgroundSection } from './background-section.tsx';
import { LockSection } from './lock-section.tsx';
import { OwnKindsSection } from './own-kinds-section.tsx';
import { PickerSection } from './picker-section.tsx';
import { SearchedSettings } from './searched-settings.tsx';
import { Setting } from './setting.tsx';
import { contrastChoices, spanChoices, themeChoices, zoomChoices } from './setting-choices.ts';
import { SettingsSection } from './settings-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import { UpdateSection } from './update-section.tsx';
import { VaultSection } from './vault-section.tsx';

const clipboardSeconds = [0, 15, 30, 45, 60, 120, 300, 600];
const revealSeconds = [5, 10, 20, 30, 60, 120];

const text = words.settings;

/** Everything that can be set for Lanyard as a whole. A choice holds at once. */
export function SettingsScreen() {
  const settings = useSnapshot((snapshot) => snapshot.settings);
  const [problem, setProblem] = useState<Problem | null>(null);

  function change(part: Partial<Settings>): void {
    setProblem(null);
    ask('settings.update', part).catch((thrown: unknown) => setProblem(asProblem(thrown)));
  }

  return (
    <SearchedSettings notice={problem && <ProblemNotice problem={problem} />}>
      <SettingsSection {...text.window}>
        <Setting
          {...text.theme}
          value={settings.theme}
          choices={themeChoices}
          onChoose={(value) => change({ theme: themeOf(value) })}
        />
        <Setting
          label={words.looks.contrast}
          hint={words.looks.contrastHint}
          keywords={words.looks.contrastKeywords}
          value={settings.contrast}
          choices={contrastChoices}
          onChoose={(value) => change({ contrast: value === 'more' ? 'more' : 'system' })}
        />
        <Setting
          label={words.looks.size}
          hint={words.looks.sizeHint}
          keywords={words.looks.sizeKeywords}
          value={String(settings.zoomPercent)}
          choices={zoomChoices(settings.zoomPercent)}
          onChoose={(value) => change({ zoomPercent: Number(value) })}
        />
      </SettingsSection>
      <SettingsSection {...text.tokens}>
        <Setting
          {...text.clipboard}
          value={String(settings.clipboardSeconds)}
          choices={spanChoices(clipboardSeconds, settings.clipboardSeconds, 1000)}
          onChoose={(value) => change({ clipboardSeconds: Number(value) })}
        />
        <Setting
          {...text.reveal}
          value={String(settings.revealSeconds)}
          choices={spanChoices(revealSeconds, settings.revealSeconds, 1000)}
          onChoose={(value) => change({ revealSeconds: Number(value) })}
        />
      </SettingsSection>
      <BackgroundSection settings={settings} change={change} />
      <PickerSection />
      <VaultSection />
      <LockSection settings={settings} change={change} />
      <OwnKindsSection />
      <TransferSection />
      <UpdateSection settings={settings} change={change} />
      <AboutLanyard />
    </SearchedSettings>
  );
}

function themeOf(value: string): Settings['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}
