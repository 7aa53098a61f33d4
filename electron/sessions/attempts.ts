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
  begin(attemptId: string): Attempt;
  /** Throws a `Failure` with `ran-out` when the login waits for nothing any more. */
  prompt(attemptId: string): Prompt;
  cancel(attemptId: string): void;
  cancelAll(): void;
  /** Cancels those that wait for the user, who may never come back. */
  cancelWaiting(): void;
}

interface Running {
  readonly controller: AbortController;
  view: AttemptView;
}

export function createAttempts(onChange: () => void): Attempts {
  const running = new Map<string, Running>();

  function cancel(attemptId: string): void {
    running.get(attemptId)?.controller.abort();
  }

  return {
    views: () => [...running.values()].map(({ view }) => view),
    begin(attemptId) {
      const own: Running = {
        controller: new AbortController(),
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
        onPrompt: (prompt) => show({ prompt }),
        end() {
          if (running.get(attemptId) === own) running.delete(attemptId);
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
      for (const [attemptId, { view }] of running) if (view.prompt) cancel(attemptId);
    },
  };
}
