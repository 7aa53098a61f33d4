import type { ImportResult } from '../contract/import-result.ts';
import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { LogoutOutcome } from '../contract/logout-result.ts';
import type { Problem } from '../contract/problem.ts';
import type { RemovalView } from '../contract/removal.ts';
import type { KindView, ServerView } from '../contract/server.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { AttemptView, Prompt, SessionView } from '../contract/session.ts';
import type { Looks } from './looks.ts';
import type { Requests } from './requests.ts';

/** What the keeper shows at any moment; a new object after every change. */
export interface KeeperState {
  readonly servers: readonly ServerView[];
  readonly sessions: readonly SessionView[];
  readonly attempts: readonly AttemptView[];
  /** Kinds of servers that the user described. */
  readonly ownKinds: readonly KindView[];
  /** What was deleted and can still be put back. */
  readonly removals: readonly RemovalView[];
  /** Set while the vault cannot save. */
  readonly problem: Problem | null;
}

/** What is written into a file, and how much of it there is. */
export interface Exported {
  readonly text: string;
  readonly servers: number;
  readonly profiles: number;
}

/** The use cases of servers, profiles and sessions. Inputs have passed the contract's schemas; failures are `Failure`s. */
export interface Keeper extends Requests, Pick<Looks, 'inspect' | 'claims' | 'pastedClaims'> {
  state(): KeeperState;
  onChange(listener: () => void): () => void;
  /** Reads everything from the opened vault and plans what is due. Does nothing when it is open already. */
  open(): Promise<void>;
  /**
   * Resolves when no refresh, login or logout is under way and nothing waits to be saved that can be: before locking and quitting, whose
   * end would lose an answer. From then on nothing is planned or sent, until the vault is opened anew or the answered function is called.
   */
  settle(): Promise<() => void>;
  /** True while a new token or a change is in memory alone: whoever quits or locks now would lose it. */
  hasUnsaved(): boolean;
  /** Drops every record from memory and stops all timers. A refresh under way is still saved, if the vault is open that long. */
  close(): void;
  /** Closes, and lets no work under way save anything more: the vault is to be removed. */
  forget(): void;
  /** Looks at all deadlines again: after sleep, unlock or a clock change. */
  wake(): void;

  /** `isDemo` marks one that runs inside of Lanyard. */
  addServer(draft: RequestInput<'server.add'>, isDemo?: boolean): Promise<RequestOutput<'server.add'>>;
  updateServer(draft: RequestInput<'server.update'>): Promise<void>;
  /** Deletes the server with its profiles. With `endAtServer` their sessions are ended there first; those that were not come back. */
  removeServer(serverId: string, endAtServer?: boolean): Promise<RequestOutput<'server.remove'>>;
  register(input: RequestInput<'server.register'>): Promise<void>;

  login(input: RequestInput<'session.login'>): Promise<RequestOutput<'session.login'>>;
  cancelLogin(attemptId: string): void;
  /** What a login waits for, elsewhere. Throws `ran-out` where it waits no more. */
  prompt(attemptId: string): Prompt;
  refresh(profileId: string): Promise<void>;
  askIdentity(profileId: string): Promise<void>;
  askExpiry(profileId: string): Promise<void>;
  /** Throws what kept the server from being told, with nothing forgotten, unless `evenIfUnreached`. */
  logout(profileId: string, evenIfUnreached?: boolean): Promise<RequestOutput<'session.logout'>>;
  /** Logs out of each, and says what became of each. */
  logoutAll(profileIds: readonly string[], evenIfUnreached?: boolean): Promise<LogoutOutcome[]>;
  detail(profileId: string): RequestOutput<'session.detail'>;
  /** The token itself, for the clipboard or a reveal. `no-token` where there is none. */
  token(profileId: string, token: 'access' | 'refresh' | 'id'): string;
  /** The call that asks who the token belongs to, for a curl command: method, absolute URL, and what must be in `headers` besides the bearer. */
  curlTarget(profileId: string): { readonly method: string; readonly url: string };

  rename(profileId: string, name: string): Promise<void>;
  duplicate(profileId: string): Promise<RequestOutput<'profile.duplicate'>>;
  /** Deletes the profile. With `endAtServer` its session is ended there first, and what kept that from being done comes back. */
  remove(profileId: string, endAtServer?: boolean): Promise<RequestOutput<'profile.remove'>>;
  /** As `remove`, for many at once, to be undone as one; answers those that were not ended at their servers. */
  removeAll(
    profileIds: readonly string[],
    endAtServer?: boolean,
  ): Promise<RequestOutput<'profile.removeAll'>>;
  /** Puts back what was deleted, as it was. Throws `too-late` once that is forgotten; what cannot be saved can be tried again. */
  undoRemoval(removalId: string): Promise<void>;
  /** Forgets what one deletion could be undone with. */
  forgetRemoval(removalId: string): void;
  /** Forgets everything that could be undone: before a lock and at the end. */
  forgetRemovals(): void;
  /** Everything there is as text, secrets among it: to be sealed before it is written anywhere. */
  backup(): Exported;
  /** Takes in what a backup holds; of a profile that is here already, the newer one stays. Throws `backup-unreadable`. */
  restore(text: string): Promise<ImportResult>;
  /** Servers and profiles as text without anything secret: all of them, or those that are named. */
  share(profileIds?: readonly string[]): Exported;
  /** Adds servers and profiles that are not here yet. Throws `backup-unreadable`. */
  takeShared(text: string): Promise<ImportResult>;
  updateProfile(input: RequestInput<'profile.update'>): Promise<void>;
  /** Sets what the user sorts by, of many with one save. */
  mark(input: RequestInput<'profile.mark'>): Promise<void>;
  moveProfile(input: RequestInput<'profile.move'>): Promise<void>;
  moveServer(input: RequestInput<'server.move'>): Promise<void>;

  /** Every kind there is by now: those that Lanyard comes with, then those that the user described. */
  kinds(): readonly ServerKind[];
  /** Throws `unknown-kind`. */
  readKind(kindId: string): ServerKind;
  /** Throws `bad-input`, whose `fields` say what is wrong by path. Sessions go on where servers of the kind lead nowhere else than before. */
  saveKind(input: RequestInput<'kind.save'>): Promise<RequestOutput<'kind.save'>>;
  /** Throws `kind-in-use`. */
  removeKind(kindId: string): Promise<void>;
  /** A kind as the text of a file, without anything secret. */
  kindFile(kindId: string): { readonly label: string; readonly text: string };
  /** Throws `kind-unreadable`. */
  takeKind(text: string): Promise<RequestOutput<'kind.save'>>;
}
