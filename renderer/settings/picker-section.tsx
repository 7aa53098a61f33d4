import { type KeyboardEvent, useEffect, useState } from 'react';
import type { RequestOutput } from '../../electron/contract/ipc.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { words } from '../words/words.ts';
import { recordedKeys } from './accelerator.ts';
import { Found } from './found.tsx';
import styles from './picker-section.module.css';
import { SettingsSection } from './settings-section.tsx';

const text = words.picker;

/** The keys that open the picker: pressed to be chosen, and taken at once. */
export function PickerSection() {
  const kept = useSnapshot(({ settings }) => settings.pickerShortcut);
  const [about, setAbout] = useState<RequestOutput<'picker.about'> | null>(null);
  const [isRecording, setRecording] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => attempt(async () => setAbout(await ask('picker.about'))), []);

  function change(accelerator: string): void {
    attempt(async () => {
      const { isTaken } = await ask('picker.setShortcut', { accelerator });
      setFault(isTaken ? text.taken(written(accelerator)) : null);
      setAbout(await ask('picker.about'));
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setRecording(false);
      return;
    }
    const recorded = recordedKeys(event.nativeEvent);
    if (recorded === null) return;
    setRecording(false);
    if (recorded === 'bare') setFault(text.needsModifier);
    else change(recorded.accelerator);
  }

  const unheard = about?.isHeard === false && kept !== '' ? text.unheard(written(kept)) : undefined;
  const shown = kept === '' ? text.none : written(kept);
  return (
    <SettingsSection heading={text.section} keywords={text.keywords}>
      <Found words={{ setting: text.setting, hint: text.hint }}>
        <Field
          label={text.setting}
          hint={about?.isWayland === true ? `${text.hint} ${text.hintWayland}` : text.hint}
          error={fault ?? unheard}
        >
          {(control) => (
            <div className={styles.keys}>
              <Button
                id={control.id}
                aria-describedby={control.describedBy}
                aria-label={`${text.setting}: ${isRecording ? text.record : shown}`}
                onClick={() => {
                  setFault(null);
                  setRecording(true);
                }}
                onBlur={() => setRecording(false)}
                onKeyDown={onKeyDown}
              >
                {isRecording ? text.record : shown}
              </Button>
              {kept !== '' && (
                <Button look="ghost" onClick={() => change('')}>
                  {text.remove}
                </Button>
              )}
            </div>
          )}
        </Field>
      </Found>
    </SettingsSection>
  );
}

/** An accelerator as it stands on the keys. */
function written(accelerator: string): string {
  return accelerator.replace('Control', 'Ctrl').replaceAll('+', ' ');
}
