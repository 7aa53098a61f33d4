import type { Exchange, SessionState } from '../../electron/contract/session.ts';
import { words } from '../words/words.ts';

const said = words.session;

/** What came of a call, in two words. A proof is a call that is meant to be refused. */
export function exchangeWords({ purpose, outcome }: Exchange): string {
  switch (outcome) {
    case 'ok':
      return said.done[purpose];
    case 'refused':
      return purpose === 'proof' ? said.proved : said.refused;
    case 'later':
      return said.later;
    case 'unexpected':
      return said.unexpected;
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
