import { expect, test } from 'vitest';
import { vaultWords } from '../../../renderer/shell/vault-words.ts';

test('says what protects an open vault', () => {
  const open = (...protectedBy: ('keyring' | 'passphrase')[]) =>
    vaultWords({ status: 'open', protectedBy, damaged: [], rolledBack: [] }).text;
  expect(open('keyring')).toBe('Vault: system keyring');
  expect(open('passphrase')).toBe('Vault: passphrase, unlocked');
  expect(open('keyring', 'passphrase')).toBe('Vault: system keyring and passphrase');
});

test('warns where nothing is kept, and where something is damaged', () => {
  expect(vaultWords({ status: 'memory' })).toEqual({
    text: 'No vault: everything is gone when you quit',
    caution: true,
  });
  const damaged = vaultWords({ status: 'open', protectedBy: ['keyring'], damaged: ['a'], rolledBack: [] });
  expect(damaged).toEqual({ text: 'Vault: system keyring, 1 record damaged', caution: true });
});
