import type { ProblemCode } from './contract/problem.ts';
import type { RequestMethod } from './contract/request-draft.ts';
import type { UpdateFault, UpdateObstacle } from './contract/update.ts';

/** Tells the time and wakes the caller. Instants are epoch ms. */
export interface Clock {
  now(): number;
  /** Calls back once, not before `delayMs`; returns the cancel. `delayMs` never exceeds 2³¹−1, which Node's timers need. */
  after(delayMs: number, callback: () => void): () => void;
}

/** One request as the HTTP port sends it. Nothing in it may be logged: headers and body hold secrets. */
export interface HttpRequest {
  readonly method: RequestMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A further certificate authority in PEM, for this request alone. */
  readonly caPem?: string;
  /** What this client shows a server that asks for a certificate, in PEM. */
  readonly clientCertificate?: { readonly certPem: string; readonly keyPem: string };
  readonly signal?: AbortSignal;
  /** Takes the first MiB of a larger answer in place of refusing it, and gives its bytes. */
  readonly takesPart?: true;
}

/** A whole reply, whatever its status. Header names are lower case; `body` is text, at most 1 MiB. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Instants of sending and of the last byte, for counting lifetimes from receipt. */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** What was read of the body, and whether it goes on, where the request takes a part. */
  readonly bytes?: Uint8Array;
  readonly isCut?: boolean;
}

/**
 * Sends one request and follows no redirect. Throws a `Failure` with `unreachable`, `tls-refused`, `certificate-refused`, `timed-out` (20 s
 * in all), `reply-too-large` (1 MiB), `cancelled`, or `bad-input` for a certificate that no connection can be made with; never an error of the HTTP library, which prints headers and bodies. Its `done` is `no` where
 * the request surely never reached the server.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpReply>;
}

/**
 * The files of one folder; names are relative to it. Failures are thrown with a `code` as Node's are.
 * Files are created 0600 and folders 0700 whatever the umask.
 */
export interface Files {
  /** Bytes of a regular file, `null` when there is none. Throws `EFTYPE` for links, folders and devices, `EFBIG` above the limit. */
  read(name: string, limitBytes: number): Promise<Uint8Array | null>;
  /** Names in the folder; none when there is no folder yet. */
  list(): Promise<readonly string[]>;
  /** Creates a new file exclusively, writes every byte, fsyncs it. What was written is removed again on failure. */
  writeNew(name: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is fine. */
  remove(name: string): Promise<void>;
  syncFolder(): Promise<void>;
}

/** Wraps small secrets with the system's keyring. `available` is true only for a real one, never for an obfuscating fallback. */
export interface KeyWrap {
  available(): Promise<boolean>;
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** Throws a `Failure` with `keyring-refused`. `shouldRewrap` asks for a fresh `wrap` of the same bytes. */
  unwrap(wrapped: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly shouldRewrap: boolean }>;
}

/** The system clipboard. Secrets go in from main alone. */
export interface Clipboard {
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
  clear(): Promise<void>;
}

/** Keys that are heard whichever program is used. */
export interface GlobalKeys {
  /** False where the system or another program has them, or where they are none. */
  register(accelerator: string, listener: () => void): boolean;
  unregister(accelerator: string): void;
}

/** The browser that the user has chosen in the system. */
export interface Browser {
  /** False where none could be started, and for what is neither https nor http on this machine. */
  open(url: string): Promise<boolean>;
}

/** A door on this machine through which a browser comes back, for one sign-in. */
export interface LoopbackDoor {
  /** Where the browser has to be sent: what the server is told as `redirect_uri`. */
  readonly redirectUri: string;
  /**
   * Looks at every request that comes to the door. The first one it takes is answered with a page that says so, and the door closes; any
   * other is refused and harms nothing. Rejects with a `Failure` of `cancelled` when the signal says so.
   */
  wait(takes: (answer: URL) => boolean, signal: AbortSignal): Promise<URL>;
  close(): void;
}

/** Opens doors on the loopback address. */
export interface Loopback {
  /** `redirectUri` names host, port and path, where the server insists on them; port 0 takes any that is free. */
  open(redirectUri: string): Promise<LoopbackDoor>;
}

/** Makes sure that one process alone writes to a folder. */
export interface SoleOwner {
  /** True when this process is the owner, now and until it ends; one that was killed never stands in the way. */
  claim(): Promise<boolean>;
}

/** Whether somebody is at the computer. */
export interface Presence {
  /** Time since a key was pressed or a pointer moved, in any program. */
  idleMs(): number;
  onAway(listener: (why: 'screen' | 'suspend') => void): void;
}

/** What a file dialog asks for. */
export interface FileSort {
  readonly title: string;
  /** What such files are called. */
  readonly label: string;
  readonly extension: string;
  /** Others that are offered when opening. */
  readonly otherExtensions?: readonly string[];
  /** Offered when saving. */
  readonly name: string;
  /** What to call one that is no file, or too large. */
  readonly unreadable: ProblemCode;
}

/** Files outside of Lanyard that the user chooses. Failures are `Failure`s with `file-failed`, whose detail is the system's code. */
export interface ChosenFiles {
  /** False when the user thought better of it. */
  save(sort: FileSort, bytes: Uint8Array): Promise<boolean>;
  /** `null` when the user thought better of it; the sort's `unreadable` for what is no file or above the limit. */
  open(sort: FileSort, limitBytes: number): Promise<Uint8Array | null>;
}

/** What the icon in the tray tells at a glance, by its shape and its colour. */
export type TrayFace = 'well' | 'needs-you' | 'locked';

/** One line of the tray's menu; an action is data that comes back when the line is chosen. */
export type TrayItem<Action> =
  | { readonly kind: 'line' }
  | { readonly kind: 'item'; readonly label: string; readonly isEnabled: boolean; readonly action: Action }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem<Action>[] };

export interface TrayView<Action> {
  readonly face: TrayFace;
  readonly tooltip: string;
  readonly items: readonly TrayItem<Action>[];
}

/** The place beside the desktop's clock, which not every desktop has. */
export interface Tray<Action> {
  /** Puts the icon there where there is such a place, and says whether it is there now. */
  place(): Promise<boolean>;
  show(view: TrayView<Action>): void;
}

/** What the system announces over all programs. Holds nothing secret: it lies in the desktop's history. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** What choosing it leads to, where the system shows a button. */
  readonly button: string;
}

/** The system's notifications; where there are none, nothing is shown and nothing fails. */
export interface Notifier {
  show(notice: Notice, onChoose: () => void): void;
}

/** The page where newer Lanyards are published. Nothing is asked of it but by these calls, and nothing here throws. */
export interface Updater {
  /** Why this Lanyard cannot be replaced by a newer one; null where it can. */
  obstacle(): UpdateObstacle | null;
  /** Asks the page for a newer Lanyard; the version is null where there is none. */
  find(): Promise<{ readonly version: string | null } | { readonly fault: UpdateFault }>;
  /** Fetches what was found, to be put in place when Lanyard ends; false where it did not arrive as it was signed. */
  fetch(): Promise<boolean>;
}
