import { useEffect, useState } from 'react';
import { ask, asProblem } from '../bridge.ts';
import { createProber, type Prober, type ProbeState } from './prober.ts';

/** A prober for one screen, and what it has found. */
export function useProbe(): readonly [ProbeState, Prober] {
  const [state, setState] = useState<ProbeState>({ phase: 'idle' });
  const [prober] = useState(() =>
    createProber({
      probe: (input) => ask('server.probe', input),
      asProblem,
      after(delayMs, then) {
        const timer = setTimeout(then, delayMs);
        return () => clearTimeout(timer);
      },
      onState: setState,
    }),
  );
  useEffect(() => prober.forget, [prober]);

  return [state, prober];
}
