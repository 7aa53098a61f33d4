import { useState } from 'react';
import { attempt } from '../state/attempt.ts';
import { startDemo } from '../state/demo.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';

/** Shows Lanyard at work with one press, for whoever has no server at hand. */
export function DemoButton() {
  const [starting, setStarting] = useState(false);

  function start(): void {
    setStarting(true);
    attempt(() => startDemo().finally(() => setStarting(false)));
  }

  return (
    <Button size="l" disabled={starting} onClick={start}>
      {starting ? words.demo.starting : words.demo.start}
    </Button>
  );
}
