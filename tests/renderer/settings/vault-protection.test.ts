import { describe, expect, it } from 'vitest';
import { vaultProtection } from '../../../renderer/settings/vault-protection.ts';

function open(...protectedBy: ('keyring' | 'passphrase')[]) {
  return vaultProtection({ status: 'open', protectedBy, damaged: [], rolledBack: [] });
}

describe('vaultProtection', () => {
  it('names everything that opens the vault, and nothing else', () => {
    expect(open('keyring')).toMatch(/keyring/);
    expect(open('keyring')).not.toMatch(/passphrase/);
    expect(open('passphrase')).toMatch(/only your passphrase/);
    expect(open('keyring', 'passphrase')).toMatch(/keyring.*passphrase/);
  });

  it('does not call memory a vault', () => {
    expect(vaultProtection({ status: 'memory' })).toMatch(/no vault.*gone when you quit/);
  });
});
