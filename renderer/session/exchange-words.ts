import type { Exchange, SessionState } from '../../electron/contract/session.ts';

const done: Readonly<Record<Exchange['purpose'], string>> = {
  login: 'Signed in',
  refresh: 'Refreshed',
  identity: 'Asked who',
  check: 'Asked end',
  logout: 'Signed out',
  revoke: 'Revoked',
  register: 'Registered',
  proof: 'Still valid',
  authorize: 'Started',
  keys: 'Read keys',
  request: 'Sent',
};

/** What came of a call, in two words. A proof is a call that is meant to be refused. */
export function exchangeWords({ purpose, outcome }: Exchange): string {
  switch (outcome) {
    case 'ok':
      return done[purpose];
    case 'refused':
      return purpose === 'proof' ? 'Proved' : 'Refused';
    case 'later':
      return 'Try later';
    case 'unexpected':
      return 'Unexpected';
  }
}

/** The shape and colour an exchange is marked with. */
export function exchangeState({ purpose, outcome }: Exchange): SessionState {
  if (purpose === 'proof') return outcome === 'refused' ? 'fresh' : 'cannot-refresh';
  switch (outcome) {
    case 'ok':
      return 'fresh';
    case 'refused':
      return 'needs-sign-in';
    case 'later':
      return 'retrying';
    case 'unexpected':
      return 'cannot-refresh';
  }
}
