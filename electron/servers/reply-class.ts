import type { Problem, ProblemCode } from '../contract/problem.ts';

/** How a failed refresh or repeated login is taken: `refused` ends the automatic tries, `later` is tried again, `unexpected` is shown as it is. */
export type ReplyClass = 'refused' | 'later' | 'unexpected';

const classes: Readonly<Record<ProblemCode, ReplyClass>> = {
  'bad-input': 'refused',
  'address-invalid': 'unexpected',
  'plain-http-refused': 'unexpected',
  unreachable: 'later',
  'tls-refused': 'later',
  'timed-out': 'later',
  'reply-too-large': 'later',
  'reply-not-json': 'later',
  'reply-without-token': 'unexpected',
  'reply-malformed': 'unexpected',
  redirected: 'later',
  'not-found': 'later',
  'credentials-refused': 'refused',
  'client-refused': 'refused',
  'one-time-password-needed': 'refused',
  'proof-refused': 'unexpected',
  'certificate-refused': 'unexpected',
  denied: 'refused',
  'ran-out': 'unexpected',
  'not-finished': 'later',
  'id-token-refused': 'unexpected',
  'browser-missing': 'unexpected',
  'grant-refused': 'refused',
  'refresh-lost': 'refused',
  'scope-refused': 'unexpected',
  'already-exists': 'unexpected',
  'token-refused': 'refused',
  'server-refused': 'unexpected',
  'server-busy': 'later',
  'server-failed': 'later',
  'nothing-to-refresh-with': 'refused',
  'no-token': 'refused',
  'not-writable': 'unexpected',
  'not-supported': 'unexpected',
  'vault-locked': 'later',
  'vault-unreadable': 'unexpected',
  'vault-newer': 'unexpected',
  'vault-cannot-save': 'later',
  'wrong-passphrase': 'unexpected',
  'keyring-refused': 'unexpected',
  'record-damaged': 'unexpected',
  'backup-refused': 'unexpected',
  'backup-unreadable': 'unexpected',
  'backup-newer': 'unexpected',
  'file-failed': 'unexpected',
  'server-changed': 'unexpected',
  'kind-in-use': 'unexpected',
  'kind-unreadable': 'unexpected',
  'unknown-kind': 'unexpected',
  'unknown-server': 'unexpected',
  'unknown-profile': 'unexpected',
  'too-late': 'unexpected',
  cancelled: 'later',
  internal: 'unexpected',
};

/** A bare 401 or 403 may come from anything on the way, a proxy or a firewall, so it signs nobody out by itself. */
const ambiguousStatuses: readonly number[] = [401, 403];

/** Judges a problem by its code, and a plain `server-refused` by its status too; never by its text. */
export function replyClass(problem: Problem): ReplyClass {
  if (problem.code === 'server-refused' && ambiguousStatuses.includes(problem.status ?? 0)) return 'later';
  return classes[problem.code];
}
