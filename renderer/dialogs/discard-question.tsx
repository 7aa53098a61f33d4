import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { FootNote } from '../ui/dialog.tsx';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly question?: string;
  readonly keepLabel?: string;
  readonly discardLabel?: string;
}

/** The foot of a dialog that was about to be closed with something typed or under way in it. */
export function DiscardQuestion({
  onKeep,
  onDiscard,
  question = 'Close and lose what you typed?',
  keepLabel = 'Keep typing',
  discardLabel = 'Discard',
}: DiscardQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);

  return (
    <>
      <FootNote>
        <span role="alert">{question}</span>
      </FootNote>
      <Button look="ghost" size="l" ref={keep} onClick={onKeep}>
        {keepLabel}
      </Button>
      <Button look="danger" size="l" onClick={onDiscard}>
        {discardLabel}
      </Button>
    </>
  );
}
