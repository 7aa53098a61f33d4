import type { Settings } from '../../electron/contract/settings.ts';
import type { UpdateView } from '../../electron/contract/update.ts';
import { ask } from '../bridge.ts';
import { formatMoment } from '../state/format-time.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { Found } from './found.tsx';
import { SettingSwitch } from './setting.tsx';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';

const text = words.updates;

interface UpdateSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** Whether a newer Lanyard is looked for, and what came of it. */
export function UpdateSection({ settings, change }: UpdateSectionProps) {
  const update = useSnapshot((snapshot) => snapshot.update);
  const isPossible = update.state !== 'cannot';

  return (
    <SettingsSection heading={text.heading} keywords={text.keywords}>
      <SettingSwitch
        label={text.look}
        hint={isPossible ? text.hint : text.cannot[update.why]}
        checked={isPossible && settings.lookForUpdates}
        disabled={!isPossible}
        onChange={(lookForUpdates) => change({ lookForUpdates })}
      />
      {isPossible && update.state !== 'off' && (
        <Found words={{ label: text.look }}>
          <p className={styles.text} role="status">
            {wordsFor(update)}
          </p>
          <UpdateButton update={update} />
        </Found>
      )}
    </SettingsSection>
  );
}

function UpdateButton({ update }: { readonly update: UpdateView }) {
  if (update.state === 'ready') {
    return <Button onClick={() => void ask('update.quit')}>{text.quit}</Button>;
  }
  const isBusy = update.state === 'looking' || update.state === 'fetching';
  return (
    <Button disabled={isBusy} onClick={() => void ask('update.look')}>
      {text.now}
    </Button>
  );
}

function wordsFor(update: UpdateView): string {
  switch (update.state) {
    case 'looking':
      return text.looking;
    case 'newest':
      return text.newest(formatMoment(update.lookedAt, Date.now()));
    case 'fetching':
      return text.fetching(update.version);
    case 'ready':
      return text.ready(update.version);
    case 'failed':
      return text.failed[update.why](formatMoment(update.lookedAt, Date.now()));
    case 'cannot':
    case 'off':
      return '';
  }
}
