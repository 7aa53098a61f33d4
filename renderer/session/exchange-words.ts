import type { Exchange, SessionState } from '../../electron/contract/session.ts';
import type { Tone } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import { statusTone } from './status-tone.ts';

const said = words.session;

/** What came of a call, in two words. A proof is a call that is meant to be refused; what the user sends expects nothing. */
export function exchangeWords({ purpose, outcome, status }: Exchange): string {
  if (purpose === 'request' && status !== null) return said.done.request;
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
export function exchangeState({ purpose, outcome, status }: Exchange): SessionState {
  if (purpose === 'request' && status !== null) return states[statusTone(status)];
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

/** The colour of its status, which is that of its mark. */
export function exchangeTone(exchange: Exchange): Tone {
  const state = exchangeState(exchange);
  if (state === 'fresh') return 'ok';
  return state === 'needs-sign-in' ? 'danger' : 'caution';
}

const states = { ok: 'fresh', caution: 'cannot-refresh', danger: 'needs-sign-in' } as const;
