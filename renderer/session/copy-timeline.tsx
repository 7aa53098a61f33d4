import { useEffect, useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { attempt } from '../state/attempt.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import styles from './copy-timeline.module.css';

const text = words.timeline;

/** Shows what would be copied for a bug report, whole, and copies it. */
export function CopyTimeline({
  profileId,
  onClose,
}: {
  readonly profileId: string;
  readonly onClose: () => void;
}) {
  const [withAddress, setWithAddress] = useState(false);
  const [report, setReport] = useState('');

  useEffect(() => {
    let isWanted = true;
    attempt(async () => {
      const answer = await ask('session.timelineText', { profileId, withAddress });
      if (isWanted) setReport(answer.text);
    });
    return () => {
      isWanted = false;
    };
  }, [profileId, withAddress]);

  return (
    <FormDialog
      title={text.copyTitle}
      submitLabel={text.copyText}
      isReady={report !== ''}
      submit={async () => {
        await ask('session.copyTimeline', { profileId, withAddress });
        showToast('ok', text.copied);
      }}
      onClose={onClose}
    >
      <p>{text.whatIsIn}</p>
      <textarea
        className={styles.report}
        aria-label={text.text}
        value={report}
        rows={10}
        wrap="off"
        readOnly
      />
      <Checkbox label={text.withAddress} checked={withAddress} onChange={setWithAddress} />
    </FormDialog>
  );
}
