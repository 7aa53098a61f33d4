import type { SessionView } from '../../electron/contract/session.ts';

/** One thing that can be done, as data. What cannot be done now is no command. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words that it is found by. */
  readonly words?: readonly string[];
  /** Found by a part of these, such as an address. */
  readonly also?: readonly string[];
  /** What stands behind the label, more quietly. */
  readonly note?: string;
  /** Key cap of the same action outside of the palette. */
  readonly keys?: string;
  /** The session that it is about, which is shown with its server and state. */
  readonly of?: { readonly session: SessionView; readonly serverName: string };
  /** What Enter does, where it is not simply to run it. */
  readonly verb?: string;
  readonly run: () => void;
  readonly second?: { readonly label: string; readonly run: () => void };
  /** The commands one level below. */
  readonly more?: () => readonly Command[];
}

export interface CommandGroup {
  readonly label: string;
  readonly items: readonly Command[];
}
