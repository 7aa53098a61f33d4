import type { Keyring } from '../../tests/driver/keyring.ts';
import type { Runtime } from '../runtime/electron-runtime.ts';
import type { Progress } from '../runtime/progress.ts';
import type { Figure } from './figure.ts';

/** What every part has to measure with. */
export interface Bench {
  readonly runtime: Runtime;
  readonly keyring: Keyring;
  /** A folder for whatever it needs; removed at the end. */
  readonly folder: string;
  /** The folder of the program that runs in a main process. */
  readonly program: string;
  readonly isQuick: boolean;
  /** How many rounds are measured where there would usually be so many. */
  readonly rounds: (usual: number) => number;
  readonly progress: Progress;
}

export interface Part {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<readonly Figure[]>;
}

/** Fewer make a median that moves with the weather of the machine. */
export const usualRounds = 15;
