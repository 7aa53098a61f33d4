/** What one part counted, and each way in which a promise was broken, in words; none when all held. */
export interface PartResult {
  readonly figures: Partial<Figures>;
  readonly broken: readonly string[];
}

/** Everything that the last line of `npm run torture -- --json` says. */
export interface Figures {
  /** SIGKILLs to the running app, and starts after one that found the whole vault. */
  readonly kills: number;
  readonly vaultsOpened: number;
  readonly changesLost: number;
  /** System calls of a save at which the process was ended or the disk failed, and after which all was well. */
  readonly syscallFaults: number;
  readonly faultsSurvived: number;
  /** Answers to a refresh, and those that were taken for what they are. */
  readonly corpus: number;
  readonly corpusTyped: number;
  readonly profilesAtOnce: number;
  readonly maxConcurrent: number;
  readonly duplicateRefreshes: number;
  /** Writings of secrets that were searched for, and places where one was found. */
  readonly leakPatterns: number;
  readonly leaks: number;
  readonly positiveControlFound: boolean;
  /** Connections and look-ups to anything but the servers that are configured. */
  readonly egress: number;
}

/** What a part that broke off leaves of its figures. */
export const nothingCounted: Figures = {
  kills: 0,
  vaultsOpened: 0,
  changesLost: 0,
  syscallFaults: 0,
  faultsSurvived: 0,
  corpus: 0,
  corpusTyped: 0,
  profilesAtOnce: 0,
  maxConcurrent: 0,
  duplicateRefreshes: 0,
  leakPatterns: 0,
  leaks: 0,
  positiveControlFound: false,
  egress: 0,
};
