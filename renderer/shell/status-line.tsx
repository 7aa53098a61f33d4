import { KeyRound, TriangleAlert } from 'lucide-react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { problemText } from '../state/problem-text.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { ClipboardNotice } from './clipboard-notice.tsx';
import styles from './status-line.module.css';
import { vaultWords } from './vault-words.ts';

/** Where the secrets lie, what is wrong with the app itself, and whose token is on the clipboard. */
export function StatusLine() {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const problem = useSnapshot((snapshot) => snapshot.problem);
  const clipboard = useSnapshot((snapshot) => snapshot.clipboard);
  const { text, caution } = vaultWords(vault);
  return (
    <footer className={styles.status}>
      <span className={styles.part} data-caution={caution || undefined}>
        {caution ? <TriangleAlert /> : <KeyRound />}
        <span className="truncate">{text}</span>
      </span>
      {problem !== null && (
        <span className={styles.part} data-danger title={problemText(problem).advice}>
          <TriangleAlert />
          <span className="truncate">{problemText(problem).title}</span>
        </span>
      )}
      {clipboard !== null && (
        <ClipboardNotice clipboard={clipboard} onClear={() => attempt(() => ask('clipboard.clear'))} />
      )}
    </footer>
  );
}
