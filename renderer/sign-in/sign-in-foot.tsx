import { DiscardQuestion } from '../dialogs/discard-question.tsx';
import type { GuardedClose } from '../dialogs/guarded-close.ts';
import { openDialog } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { FootNote } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import styles from './sign-in-dialog.module.css';

const text = words.signIn;

interface SignInFootProps {
  readonly submitLabel: string;
  readonly closing: GuardedClose;
  readonly onDiscard: () => void;
  /** The server at which one can register in place of signing in. */
  readonly registerAt: string | undefined;
}

/** What can be done with the form: send it, leave it, or register. */
export function SignInFoot({ submitLabel, closing, onDiscard, registerAt }: SignInFootProps) {
  if (closing.isAsking) return <DiscardQuestion onKeep={closing.keep} onDiscard={onDiscard} />;
  return (
    <>
      {registerAt !== undefined && (
        <Button
          look="ghost"
          size="l"
          className={styles.aside}
          onClick={() => openDialog({ kind: 'register', serverId: registerAt })}
        >
          {text.registerInstead}
        </Button>
      )}
      <Button look="ghost" size="l" onClick={closing.request}>
        {text.cancel}
      </Button>
      <Button look="primary" size="l" type="submit" data-initial-focus>
        {submitLabel}
      </Button>
    </>
  );
}

interface WorkingFootProps {
  readonly note: string | undefined;
  readonly waiting: GuardedClose;
  readonly stopLabel: string;
  readonly onStop: () => void;
}

/** What can be done with a login that runs: give it up. */
export function WorkingFoot({ note, waiting, stopLabel, onStop }: WorkingFootProps) {
  if (waiting.isAsking) {
    return (
      <DiscardQuestion
        question={text.giveUpQuestion}
        keepLabel={text.keepWaiting}
        discardLabel={text.giveUp}
        onKeep={waiting.keep}
        onDiscard={onStop}
      />
    );
  }
  return (
    <>
      {note && <FootNote>{note}</FootNote>}
      <Button size="l" onClick={onStop}>
        {stopLabel}
      </Button>
    </>
  );
}
