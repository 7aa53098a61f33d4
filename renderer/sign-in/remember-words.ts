import type { Field, KindView, LoginView } from '../../electron/contract/server.ts';
import type { VaultView } from '../../electron/contract/snapshot.ts';
import { lowerFirst } from './form-values.ts';

/** A box to tick, where the user has a choice; a sentence, where there is none. */
export type RememberWords =
  | { readonly type: 'choice'; readonly label: string; readonly hint: string }
  | { readonly type: 'sentence'; readonly text: string };

/** Says what is kept of a login, where, and what for. */
export function rememberWords(login: LoginView, kind: KindView, vault: VaultView): RememberWords {
  const remembered = secretsOf(login, 'remembered');
  const always = secretsOf(login, 'always');

  if (login.canRepeat && login.fields.some(({ keep }) => keep === 'remembered')) {
    const what = remembered.length > 0 ? `The ${listed(remembered)}` : 'What you typed';
    const besides =
      always.length > 0
        ? ` The ${listed(always)} is kept in any case: without it nothing can be refreshed.`
        : '';
    return {
      type: 'choice',
      label: hasVault(vault)
        ? 'Remember in the vault to sign in again by itself'
        : 'Remember until you quit, to sign in again by itself',
      hint: `${what} is kept ${place(vault)}, and used ${occasion(kind)}.${besides}`,
    };
  }
  if (login.canRepeat) {
    const what = always.length > 0 ? `The ${listed(always)}` : 'What you typed';
    return { type: 'sentence', text: `${what} is kept ${place(vault)}: each new token takes it.` };
  }
  const end = kind.can.refresh ? 'When it can no longer be refreshed' : 'When it ends';
  return {
    type: 'sentence',
    text: `The session is kept ${place(vault)}. ${end}, only you can sign in again.`,
  };
}

function secretsOf({ fields }: LoginView, keep: Field['keep']): readonly Field[] {
  return fields.filter((field) => field.secret && field.keep === keep);
}

function listed(fields: readonly Field[]): string {
  return fields.map(({ label }) => lowerFirst(label)).join(' and ');
}

function occasion({ can }: KindView): string {
  return can.refresh ? 'when this session can no longer be refreshed' : 'before each token dies';
}

function hasVault(vault: VaultView): boolean {
  return vault.status === 'open';
}

function place(vault: VaultView): string {
  if (vault.status !== 'open') return 'in memory until you quit Lanyard, since there is no vault';
  return vault.protectedBy.includes('keyring')
    ? 'in the vault, under the system keyring'
    : 'in the vault, under your passphrase';
}
