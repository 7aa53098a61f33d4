import { useState } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { ExportBackup, ImportBackup } from './backup-dialogs.tsx';
import { Found } from './found.tsx';
import { exportWords, importWords } from './import-words.ts';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';

const text = words.settings.transfer;

/** Takes everything to another computer, or the servers alone to other people. */
export function TransferSection() {
  const [dialog, setDialog] = useState<'export' | 'import' | null>(null);
  const close = () => setDialog(null);

  async function share(): Promise<void> {
    const written = await ask('share.export', {});
    if (written.saved) showToast('ok', text.written, exportWords(written));
  }

  async function takeShared(): Promise<void> {
    const result = await ask('share.import');
    if (result !== null) showToast('ok', text.imported, importWords(result));
  }

  return (
    <SettingsSection heading={text.heading} keywords={text.keywords}>
      <Found words={text}>
        <p className={styles.text}>{text.backup}</p>
        <div className={styles.row}>
          <Button onClick={() => setDialog('export')}>{text.writeBackup}</Button>
          <Button onClick={() => setDialog('import')}>{text.importBackup}</Button>
        </div>
        <p className={styles.text}>{text.share}</p>
        <div className={styles.row}>
          <Button onClick={() => attempt(share)}>{text.exportServers}</Button>
          <Button onClick={() => attempt(takeShared)}>{text.importServers}</Button>
        </div>
        {dialog === 'export' && <ExportBackup onClose={close} />}
        {dialog === 'import' && <ImportBackup onClose={close} />}
      </Found>
    </SettingsSection>
  );
}
