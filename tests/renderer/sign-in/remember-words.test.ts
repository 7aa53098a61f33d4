import { describe, expect, it } from 'vitest';
import type { VaultView } from '../../../electron/contract/snapshot.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import { rememberWords } from '../../../renderer/sign-in/remember-words.ts';

const keyring: VaultView = { status: 'open', protectedBy: ['keyring'], damaged: [], rolledBack: [] };
const passphrase: VaultView = { status: 'open', protectedBy: ['passphrase'], damaged: [], rolledBack: [] };
const memory: VaultView = { status: 'memory' };

function words(kindId: string, loginId: string, vault: VaultView) {
  const kind = kinds.map(kindView).find(({ id }) => id === kindId);
  const login = kind?.logins.find(({ id }) => id === loginId);
  if (!kind || !login) throw new Error(`no login ${loginId} of ${kindId}`);
  return rememberWords(login, kind, vault);
}

describe('rememberWords', () => {
  it('offers to remember a password and says when it is used', () => {
    expect(words('datarhei-core', 'password', keyring)).toEqual({
      type: 'choice',
      label: 'Remember in the vault to sign in again by itself',
      hint: 'The password is kept in the vault, under the system keyring, and used when this session can no longer be refreshed.',
    });
  });

  it('says that a server without refresh needs the password for each token', () => {
    expect(words('zebbra', 'password', passphrase)).toMatchObject({
      hint: 'The password is kept in the vault, under your passphrase, and used before each token dies.',
    });
  });

  it('promises no vault where there is none', () => {
    const said = JSON.stringify(words('zebbra', 'password', memory));
    expect(said).toContain('in memory until you quit Lanyard, since there is no vault');
    expect(said).not.toContain('in the vault');
  });

  it('admits that a client secret is kept whatever is chosen', () => {
    expect(words('django-oauth-toolkit', 'password', keyring)).toMatchObject({
      hint: expect.stringContaining('The client secret is kept in any case'),
    });
  });

  it('asks nothing where everything has to be kept, or nothing can be repeated', () => {
    expect(words('oauth2', 'client-credentials', keyring)).toEqual({
      type: 'sentence',
      text: 'The client secret is kept in the vault, under the system keyring: each new token takes it.',
    });
    expect(words('datarhei-core', 'auth0', keyring)).toMatchObject({ type: 'sentence' });
    expect(words('zebbra', 'paste', keyring)).toEqual({
      type: 'sentence',
      text: 'The session is kept in the vault, under the system keyring. When it ends, only you can sign in again.',
    });
  });
});
