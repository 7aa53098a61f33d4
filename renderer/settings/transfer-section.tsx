import { useState } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { ExportBackup, ImportBackup } from './backup-dialogs.tsx';
import { exportWords, importWords } from './import-words.ts';
import styles from './settings-screen.module.css';

/** Takes everything to another computer, or the servers alone to other people. */
export function TransferSection() {
  const [dialog, setDialog] = useState<'export' | 'import' | null>(null);
  const close = () => setDialog(null);

  async function share(): Promise<void> {
    const written = await ask('share.export', {});
    if (written.saved) showToast('ok', 'The file is written.', exportWords(written));
  }

  async function takeShared(): Promise<void> {
    const result = await ask('share.import');
    if (result !== null) showToast('ok', 'The file is imported.', importWords(result));
  }

  return (
    <section className={styles.group} aria-label="Backup and sharing">
      <h2 className={styles.heading}>Backup and sharing</h2>
      <p className={styles.text}>
        A backup is one encrypted file with everything in it, for another computer or for bad days.
      </p>
      <div className={styles.row}>
        <Button onClick={() => setDialog('export')}>Write a backup…</Button>
        <Button onClick={() => setDialog('import')}>Import a backup…</Button>
      </div>
      <p className={styles.text}>
        To share with a team: servers and profiles as plain text, with usernames and client ids, and without
        any token, password or client secret.
      </p>
      <div className={styles.row}>
        <Button onClick={() => attempt(share)}>Export servers…</Button>
        <Button onClick={() => attempt(takeShared)}>Import servers…</Button>
      </div>
      {dialog === 'export' && <ExportBackup onClose={close} />}
      {dialog === 'import' && <ImportBackup onClose={close} />}
    </section>
  );
}
