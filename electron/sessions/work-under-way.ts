/** What a server may still answer with the only copy of a grant, and whether anything more may be sent. */
export interface WorkUnderWay {
  /** Counts the work until it is over; answers it as it is. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way any more, whatever came of it. */
  over(): Promise<void>;
  /** False for what is merely due as soon as everything comes to rest, and for what a user asks for once it has. */
  mayStart(isUrgent: boolean): boolean;
  /**
   * Lets nothing new start by itself, waits for what is under way and then for `save`, and leaves everything at rest until `again` or the
   * answered function is called.
   */
  comeToRest(save: () => Promise<void>): Promise<() => void>;
  /** Ends every rest. */
  again(): void;
}

export function createWorkUnderWay(onChange: () => void): WorkUnderWay {
  const pending = new Set<Promise<unknown>>();
  /** One entry per rest that was asked for, so that one that is called off leaves the others. */
  const rests = new Map<symbol, 'coming' | 'come'>();

  async function over(): Promise<void> {
    while (pending.size > 0) await Promise.allSettled(pending);
  }

  return {
    track(work) {
      const counted = work.finally(() => pending.delete(counted));
      pending.add(counted);
      return counted;
    },
    over,
    mayStart: (isUrgent) => rests.size === 0 || (isUrgent && ![...rests.values()].includes('come')),
    async comeToRest(save) {
      const rest = Symbol();
      rests.set(rest, 'coming');
      onChange();
      do {
        await over();
        await save();
      } while (pending.size > 0);
      if (rests.has(rest)) rests.set(rest, 'come');
      return () => {
        if (rests.delete(rest)) onChange();
      };
    },
    again: () => rests.clear(),
  };
}
