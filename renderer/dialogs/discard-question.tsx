import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { FootNote } from '../ui/dialog.tsx';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** The foot of a dialog that was about to be closed with something typed in it. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);

  return (
    <>
      <FootNote>
        <span role="alert">Close and lose what you typed?</span>
      </FootNote>
      <Button look="ghost" size="l" ref={keep} onClick={onKeep}>
        Keep typing
      </Button>
      <Button look="danger" size="l" onClick={onDiscard}>
        Discard
      </Button>
    </>
  );
}
