import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { useScrollStop } from '../ui/use-scroll-stop.ts';
import { words } from '../words/words.ts';

/** A wide dialog with a comparison in it. */
export function CompareDialog({
  title,
  action,
  onClose,
  children,
}: {
  readonly title: string;
  /** A further button at its foot. */
  readonly action?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const scroll = useScrollStop<HTMLDivElement>();
  return (
    <Dialog title={title} isWide onClose={onClose}>
      <DialogForm
        ref={scroll}
        onSubmit={onClose}
        foot={
          <>
            {action}
            <Button look="primary" size="l" type="submit" data-initial-focus>
              {words.compare.close}
            </Button>
          </>
        }
      >
        {children}
      </DialogForm>
    </Dialog>
  );
}
