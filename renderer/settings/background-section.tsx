import { useEffect, useState } from 'react';
import { type QuietSpan, quietUntil } from '../../electron/contract/quiet-span.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { ask } from '../bridge.ts';
import { formatMoment } from '../state/format-time.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { words } from '../words/words.ts';
import { type Choice, spanChoices } from './setting-choices.ts';
import styles from './settings-screen.module.css';

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
    <section className={styles.group} aria-label={background.heading}>
      <h2 className={styles.heading}>{background.heading}</h2>
      <Checkbox
        label={background.closeToTray}
        hint={hasTray === false ? background.noTray : background.closeToTrayHint}
        checked={settings.closeToTray && hasTray !== false}
        disabled={hasTray !== true}
        onChange={(closeToTray) => change({ closeToTray })}
      />
      <Checkbox
        label={background.notify}
        hint={background.notifyHint}
        checked={settings.notify}
        onChange={(notify) => change({ notify })}
      />
      <Field label={background.warn}>
        {(control) => (
          <Select
            control={control}
            value={String(settings.warnMinutes)}
            options={spanChoices(warnMinutes, settings.warnMinutes, 60_000)}
            onChange={(value) => change({ warnMinutes: Number(value) })}
          />
        )}
      </Field>
      <QuietField until={settings.quietUntil} change={change} />
    </section>
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
  const { quiet, quietHint, quietChoices } = words.background;
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
    <Field label={quiet} hint={quietHint}>
      {(control) => (
        <Select control={control} value={isQuiet ? 'until' : 'off'} options={choices} onChange={choose} />
      )}
    </Field>
  );
}
