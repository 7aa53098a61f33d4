import { useEffect, useState } from 'react';
import { type QuietSpan, quietUntil } from '../../electron/contract/quiet-span.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { ask } from '../bridge.ts';
import { formatMoment } from '../state/format-time.ts';
import { words } from '../words/words.ts';
import { Setting, SettingSwitch } from './setting.tsx';
import { type Choice, spanChoices } from './setting-choices.ts';
import { SettingsSection } from './settings-section.tsx';

const warnMinutes = [1, 2, 5, 10, 15, 30, 60];
const quietSpans: readonly QuietSpan[] = ['off', 'hour', 'tomorrow'];

interface BackgroundSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** What goes on without the window, and what is announced from there. */
export function BackgroundSection({ settings, change }: BackgroundSectionProps) {
  const hasTray = useTray();
  const { background } = words;

  return (
    <SettingsSection heading={background.heading} keywords={background.keywords}>
      <SettingSwitch
        label={background.closeToTray}
        keywords={background.closeToTrayKeywords}
        hint={hasTray === false ? background.noTray : background.closeToTrayHint}
        checked={settings.closeToTray && hasTray !== false}
        disabled={hasTray !== true}
        onChange={(closeToTray) => change({ closeToTray })}
      />
      <SettingSwitch
        label={background.notify}
        keywords={background.notifyKeywords}
        hint={background.notifyHint}
        checked={settings.notify}
        onChange={(notify) => change({ notify })}
      />
      <Setting
        label={background.warn}
        keywords={background.warnKeywords}
        value={String(settings.warnMinutes)}
        choices={spanChoices(warnMinutes, settings.warnMinutes, 60_000)}
        onChoose={(value) => change({ warnMinutes: Number(value) })}
      />
      <QuietField until={settings.quietUntil} change={change} />
    </SettingsSection>
  );
}

/** Whether there is a tray; null until main has asked the desktop. */
function useTray(): boolean | null {
  const [hasTray, setHasTray] = useState<boolean | null>(null);
  useEffect(() => {
    ask('app.hasTray').then(setHasTray, () => setHasTray(false));
  }, []);
  return hasTray;
}

function QuietField({
  until,
  change,
}: {
  readonly until: number;
  readonly change: BackgroundSectionProps['change'];
}) {
  const now = Date.now();
  const { quiet, quietHint, quietKeywords, quietChoices } = words.background;
  const isQuiet = until > now;
  const choices: readonly Choice[] = [
    ...quietSpans.map((span) => ({ value: span, label: quietChoices[span] })),
    ...(isQuiet ? [{ value: 'until', label: quietChoices.until(formatMoment(until, now)) }] : []),
  ];

  function choose(value: string): void {
    const span = quietSpans.find((one) => one === value);
    if (span !== undefined) change({ quietUntil: quietUntil(span, Date.now()) });
  }

  return (
    <Setting
      label={quiet}
      hint={quietHint}
      keywords={quietKeywords}
      value={isQuiet ? 'until' : 'off'}
      choices={choices}
      onChoose={choose}
    />
  );
}
