import type { AttemptView, Exchange, Prompt } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { withExchange } from './exchange-log.ts';

/** One login that runs. */
export interface Attempt {
  readonly signal: AbortSignal;
  readonly onExchange: (exchange: Exchange) => void;
  /** Says what the user has to do elsewhere, or that this is over. */
  readonly onPrompt: (prompt: Prompt | null) => void;
  end(): void;
}

/** The logins that run: what each has done so far, and what it waits for. */
export interface Attempts {
  views(): readonly AttemptView[];
  /** Throws a `Failure` with `bad-input` for the id of one that runs, which nobody could cancel any more. */
  begin(attemptId: string, waitsForUser: boolean): Attempt;
  /** Throws a `Failure` with `ran-out` when the login waits for nothing any more. */
  prompt(attemptId: string): Prompt;
  cancel(attemptId: string): void;
  cancelAll(): void;
  /** Cancels those that wait for the user, who may never come back, or are about to. */
  cancelWaiting(): void;
}

interface Running {
  readonly controller: AbortController;
  /** True until the user has done what a login needs of them; what is sent from then on may win the only copy of a grant. */
  needsUser: boolean;
  view: AttemptView;
}

export function createAttempts(onChange: () => void): Attempts {
  const running = new Map<string, Running>();

  function cancel(attemptId: string): void {
    running.get(attemptId)?.controller.abort();
  }

  return {
    views: () => [...running.values()].map(({ view }) => view),
    begin(attemptId, waitsForUser) {
      if (running.has(attemptId)) throw new Failure('bad-input', { field: 'attemptId' });
      const own: Running = {
        controller: new AbortController(),
        needsUser: waitsForUser,
        view: { attemptId, exchanges: [], prompt: null },
      };
      running.set(attemptId, own);
      const show = (part: Partial<AttemptView>): void => {
        own.view = { ...own.view, ...part };
        onChange();
      };
      return {
        signal: own.controller.signal,
        onExchange: (exchange) => show({ exchanges: [...withExchange(own.view.exchanges, exchange)] }),
        onPrompt(prompt) {
          own.needsUser = prompt !== null;
          show({ prompt });
        },
        end() {
          running.delete(attemptId);
          onChange();
        },
      };
    },
    prompt(attemptId) {
      const prompt = running.get(attemptId)?.view.prompt;
      if (!prompt) throw new Failure('ran-out');
      return prompt;
    },
    cancel,
    cancelAll() {
      for (const attemptId of running.keys()) cancel(attemptId);
    },
    cancelWaiting() {
      for (const [attemptId, { needsUser }] of running) if (needsUser) cancel(attemptId);
    },
  };
}
