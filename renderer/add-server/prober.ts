import type { RequestInput } from '../../electron/contract/ipc.ts';
import type { ProbeResult } from '../../electron/contract/probe-result.ts';
import type { Problem } from '../../electron/contract/problem.ts';

export type ProbeInput = RequestInput<'server.probe'>;

/** What is known of the address that stands in the field. */
export type ProbeState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking'; readonly address: string }
  | { readonly phase: 'answered'; readonly address: string; readonly result: ProbeResult }
  | { readonly phase: 'failed'; readonly address: string; readonly problem: Problem };

export interface ProberPorts {
  readonly probe: (input: ProbeInput) => Promise<ProbeResult>;
  readonly asProblem: (thrown: unknown) => Problem;
  /** Calls back after a while; the return value takes it back. */
  readonly after: (delayMs: number, then: () => void) => () => void;
  readonly onState: (state: ProbeState) => void;
}

export interface Prober {
  /** Asks once typing has rested, or at once. What was asked already is not asked twice; then the answer is false. */
  look(input: ProbeInput, when: 'soon' | 'now'): boolean;
  /** Asks at once, whatever was asked before. */
  lookAgain(input: ProbeInput): void;
  /** Forgets the address; an answer that is still under way is dropped. */
  forget(): void;
}

/** Long enough to type on, short enough to be there when the eye moves on. */
const restMs = 500;

/** Asks addresses what they are while they are typed, and drops the answers to those that have changed since. */
export function createProber({ probe, asProblem, after, onState }: ProberPorts): Prober {
  let asked: string | null = null;
  let turn = 0;
  let takeBack = (): void => {};

  async function run(input: ProbeInput): Promise<void> {
    turn += 1;
    const mine = turn;
    const { address } = input;
    onState({ phase: 'asking', address });
    const state = await probe(input).then(
      (result): ProbeState => ({ phase: 'answered', address, result }),
      (thrown): ProbeState => ({ phase: 'failed', address, problem: asProblem(thrown) }),
    );
    if (mine === turn) onState(state);
  }

  function forget(): void {
    takeBack();
    turn += 1;
    asked = null;
    onState({ phase: 'idle' });
  }

  return {
    forget,
    look(input, when) {
      const key = JSON.stringify(input);
      if (asked === key) return false;
      forget();
      const start = (): void => {
        asked = key;
        void run(input);
      };
      if (when === 'now') start();
      else takeBack = after(restMs, start);
      return true;
    },
    lookAgain(input) {
      takeBack();
      asked = JSON.stringify(input);
      void run(input);
    },
  };
}
