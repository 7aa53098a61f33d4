import { type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { asProblem } from '../bridge.ts';
import type { ProblemContext } from '../state/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { useFaultFocus } from './use-fault-focus.ts';

const said = words.dialogs;

interface FormDialogProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly submitLabel: string;
  readonly look?: 'primary' | 'danger';
  readonly context?: ProblemContext;
  /** False keeps the button from being pressed. */
  readonly isReady?: boolean;
  /** Looks at what was typed when the button is pressed; false where the fields say what is wrong. */
  readonly check?: () => boolean;
  readonly submit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short dialog that does one thing, closes when it is done, and says why when it could not be. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    subtitle,
    submitLabel,
    look = 'primary',
    context,
    isReady = true,
    check,
    submit,
    onClose,
  } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [faults, setFaults] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, faults);

  async function run(): Promise<void> {
    if (isWorking || !isReady) return;
    if (check && !check()) {
      setFaults(faults + 1);
      return;
    }
    setWorking(true);
    setProblem(null);
    try {
      await submit();
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setFaults(faults + 1);
      setWorking(false);
    }
  }

  return (
    <Dialog title={title} subtitle={subtitle} isSticky={isWorking} onClose={onClose}>
      <DialogForm
        ref={root}
        onSubmit={() => void run()}
        foot={
          <>
            <Button
              look="ghost"
              size="l"
              onClick={onClose}
              data-initial-focus={look === 'danger' || undefined}
            >
              {said.cancel}
            </Button>
            <Button look={look} size="l" type="submit" disabled={isWorking || !isReady}>
              {submitLabel}
            </Button>
          </>
        }
      >
        {props.children}
        {problem && <ProblemNotice problem={problem} {...(context && { context })} />}
      </DialogForm>
    </Dialog>
  );
}
