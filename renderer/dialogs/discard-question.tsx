import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { FootNote } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';

const said = words.dialogs;

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
  question = said.loseTyped,
  keepLabel = said.keepTyping,
  discardLabel = said.discard,
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
