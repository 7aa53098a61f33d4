import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { Problem } from '../contract/problem.ts';
import type { ServerView } from '../contract/server.ts';
import type { SessionView } from '../contract/session.ts';

/** What the keeper shows at any moment; a new object after every change. */
export interface KeeperState {
  readonly servers: readonly ServerView[];
  readonly sessions: readonly SessionView[];
  /** Set while the vault cannot save. */
  readonly problem: Problem | null;
}

/** The use cases of servers, profiles and sessions. Inputs have passed the contract's schemas; failures are `Failure`s. */
export interface Keeper {
  state(): KeeperState;
  onChange(listener: () => void): () => void;
  /** Reads everything from the opened vault and plans what is due. Does nothing when it is open already. */
  open(): Promise<void>;
  /** Resolves when no refresh or login is under way and nothing waits to be saved that can be: before locking and quitting. */
  settle(): Promise<void>;
  /** True while a new token or a change is in memory alone: whoever quits or locks now would lose it. */
  hasUnsaved(): boolean;
  /** Drops every record from memory and stops all timers. A refresh under way is still saved, if the vault is open that long. */
  close(): void;
  /** Looks at all deadlines again: after sleep, unlock or a clock change. */
  wake(): void;

  addServer(draft: RequestInput<'server.add'>): Promise<RequestOutput<'server.add'>>;
  updateServer(draft: RequestInput<'server.update'>): Promise<void>;
  removeServer(serverId: string): Promise<void>;
  register(input: RequestInput<'server.register'>): Promise<void>;

  login(input: RequestInput<'session.login'>): Promise<RequestOutput<'session.login'>>;
  cancelLogin(attemptId: string): void;
  refresh(profileId: string): Promise<void>;
  askIdentity(profileId: string): Promise<void>;
  askExpiry(profileId: string): Promise<void>;
  /** Throws what kept the server from being told, with nothing forgotten, unless `evenIfUnreached`. */
  logout(profileId: string, evenIfUnreached?: boolean): Promise<RequestOutput<'session.logout'>>;
  detail(profileId: string): RequestOutput<'session.detail'>;
  /** The token itself, for the clipboard or a reveal. `no-token` where there is none. */
  token(profileId: string, token: 'access' | 'refresh'): string;
  /** The call that asks who the token belongs to, for a curl command: method, absolute URL, and what must be in `headers` besides the bearer. */
  curlTarget(profileId: string): { readonly method: string; readonly url: string };

  rename(profileId: string, name: string): Promise<void>;
  duplicate(profileId: string): Promise<RequestOutput<'profile.duplicate'>>;
  remove(profileId: string): Promise<void>;
  updateProfile(input: RequestInput<'profile.update'>): Promise<void>;
}
