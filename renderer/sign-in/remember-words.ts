import type { Field, KindView, LoginView } from '../../electron/contract/server.ts';
import type { VaultView } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';

const said = words.remember;

/** A box to tick, where the user has a choice; a sentence, where there is none. */
export type RememberWords =
  | { readonly type: 'choice'; readonly label: string; readonly hint: string }
  | { readonly type: 'sentence'; readonly text: string };

/** Says what is kept of a login, where, and what for. */
export function rememberWords(login: LoginView, kind: KindView, vault: VaultView): RememberWords {
  const remembered = secretsOf(login, 'remembered');
  const always = secretsOf(login, 'always');
  const where = place(vault);

  if (login.canRepeat && login.fields.some(({ keep }) => keep === 'remembered')) {
    const when = kind.can.refresh ? said.whenNoRefresh : said.beforeEnd;
    const used = remembered === '' ? said.typedUsed(where, when) : said.secretUsed(remembered, where, when);
    return {
      type: 'choice',
      label: vault.status === 'open' ? said.inVault : said.untilQuit,
      hint: always === '' ? used : `${used} ${said.keptAnyway(always)}`,
    };
  }
  if (login.canRepeat) {
    const text = always === '' ? said.typedPerToken(where) : said.secretPerToken(always, where);
    return { type: 'sentence', text };
  }
  return { type: 'sentence', text: kind.can.refresh ? said.untilNoRefresh(where) : said.untilEnd(where) };
}

/** The secrets of a login that are kept so, for the middle of a sentence; empty where there are none. */
function secretsOf({ fields }: LoginView, keep: Field['keep']): string {
  const secrets = fields.filter((field) => field.secret && field.keep === keep);
  return said.and(secrets.map(({ label }) => words.units.midSentence(label)));
}

function place(vault: VaultView): string {
  if (vault.status !== 'open') return said.inMemory;
  return vault.protectedBy.includes('keyring') ? said.underKeyring : said.underPassphrase;
}
