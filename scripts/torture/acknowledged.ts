/** One line of what the app was about to show. */
export interface Shown {
  readonly status: string;
  /** Records that do not open, or that are older than they were. */
  readonly damaged: readonly string[];
  readonly sessions: readonly {
    readonly name: string;
    readonly state: string;
    /** When the token that is shown came from the server; grows with each refresh. */
    readonly receivedAt: number | null;
    readonly unsaved: boolean;
    readonly problem: string | null;
  }[];
}

/** States in which a session has nothing left to go on with. */
const endedStates: readonly string[] = ['needs-sign-in', 'signed-out', 'cannot-refresh'];

/**
 * Counts lost changes over many runs of the app. A change is acknowledged once the window was told of it, without the word that it is
 * not saved yet. It is lost when a later snapshot, of the same run or of one after a kill, shows an older token, no token, a session that
 * has ended, or no such session at all.
 */
export interface Acknowledgements {
  startRun(): void;
  note(shown: Shown): void;
  /** The run in which the newest token of that name was first shown. */
  runOf(name: string): number;
  run(): number;
  /** True once the vault was seen open, with every session that was ever acknowledged and nothing damaged. */
  isWhole(): boolean;
}

export function createAcknowledgements(lost: (what: string) => void): Acknowledgements {
  const newest = new Map<string, { readonly receivedAt: number; readonly run: number }>();
  const reported = new Set<string>();
  let run = 0;
  let isWhole = false;

  function report(what: string): void {
    // A session that is gone is gone in every snapshot: one loss, not hundreds.
    if (reported.has(what)) return;
    reported.add(what);
    lost(`${what} (run ${run})`);
  }

  return {
    startRun() {
      run += 1;
      isWhole = false;
      reported.clear();
    },
    note({ status, damaged, sessions }) {
      if (status !== 'open') return;
      for (const id of damaged) report(`record ${id} is damaged or old`);
      const shown = new Map(sessions.map((session) => [session.name, session]));
      for (const name of newest.keys()) if (!shown.has(name)) report(`${name} is gone`);
      for (const { name, state, receivedAt, unsaved, problem } of sessions) {
        const before = newest.get(name);
        if (endedStates.includes(state)) report(`${name} is ${state}: ${problem}`);
        if (receivedAt === null) report(`${name} has no token`);
        else if (before && receivedAt < before.receivedAt) {
          report(`${name} went back by ${before.receivedAt - receivedAt} ms`);
        } else if (!unsaved && receivedAt !== before?.receivedAt) newest.set(name, { receivedAt, run });
      }
      isWhole ||= damaged.length === 0 && [...newest.keys()].every((name) => shown.has(name));
    },
    runOf: (name) => newest.get(name)?.run ?? run,
    run: () => run,
    isWhole: () => isWhole,
  };
}
