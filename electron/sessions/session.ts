import type { Earlier, Exchange } from '../contract/session.ts';
import type { ProfileRecord, Retry } from './profile-record.ts';

/** What is being done with a session; there is never more than one thing. */
export interface Busy {
  readonly kind: 'login' | 'renewal' | 'logout';
  readonly done: Promise<unknown>;
  /** Tells two logins apart. */
  readonly key?: string;
}

/** One profile in memory: its record, and what ends with the app. */
export interface Session {
  readonly id: string;
  readonly serverId: string;
  record: ProfileRecord;
  exchanges: readonly Exchange[];
  /** What the tokens before these said. */
  earlier: Earlier | null;
  busy: Busy | null;
  retry: Retry | null;
  /** The record holds what the store does not. */
  isUnsaved: boolean;
  /** What the store holds could not be read; only a login replaces it. */
  isDamaged: boolean;
  /** 0 to 1, drawn anew for each grant, so that its refresh is planned for one instant. */
  jitter: number;
  revision: number;
  /** Aborted when the profile is deleted. */
  readonly gone: AbortController;
}

export function newSession(id: string, record: ProfileRecord, jitter: number, isDamaged = false): Session {
  return {
    id,
    serverId: record.serverId,
    record,
    exchanges: record.exchanges,
    earlier: null,
    busy: null,
    retry: record.retry,
    isUnsaved: false,
    isDamaged,
    jitter,
    revision: 0,
    gone: new AbortController(),
  };
}

/** Marks the session busy, at once, until the task is over; whoever comes meanwhile joins `busy.done` or waits for it. */
export function occupy<Result>(
  session: Session,
  kind: Busy['kind'],
  task: () => Promise<Result>,
  changed: (session: Session) => void,
  key?: string,
): Promise<Result> {
  if (session.busy) throw new Error('A busy session was occupied again.');
  const done = Promise.resolve()
    .then(task)
    .finally(() => {
      session.busy = null;
      changed(session);
    });
  session.busy = key === undefined ? { kind, done } : { kind, done, key };
  changed(session);
  return done;
}

/** Resolves when the session is free of renewals and logouts, whatever came of them. */
export async function freeOfOthers(session: Session, kind: Busy['kind']): Promise<void> {
  while (session.busy && session.busy.kind !== kind) await session.busy.done.catch(() => {});
}
