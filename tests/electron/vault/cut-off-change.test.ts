import { cp } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { contents, failingAt, type Opened, startVault, temporaryFolder } from './vault-fixture.ts';

/** A vault that the keyring opens, and the passphrase once that is absent. */
async function vaultWithPassphrase() {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 'kept');
  await vault.protect((protection, opened) => protection.setPassphrase(opened, 'one', undefined));
  return { folder, keyring };
}

/** In a copy of the vault, changes the passphrase on a disk that fails at that step, once or for good; then the keyring is gone. */
async function changeFailingAt(
  step: number,
  { of, dies }: { readonly of: Pick<Opened, 'folder' | 'keyring'>; readonly dies: boolean },
) {
  const { keyring } = of;
  const folder = await temporaryFolder();
  await cp(of.folder, folder, { recursive: true });
  const files = { ...createNodeFiles(folder) };
  keyring.mood = 'well';
  const { vault } = await startVault({ folder, keyring, files });
  Object.assign(files, failingAt(createNodeFiles(folder), step, dies));
  const outcome = await vault
    .protect((protection, opened) => protection.setPassphrase(opened, 'two', 'one'))
    .then(
      () => 'changed',
      ({ code }) => String(code),
    );
  keyring.mood = 'absent';
  const { vault: next } = await startVault({ folder, keyring });
  return { next, folder, outcome };
}

test('a change of the passphrase that is cut off at any step leaves a vault that the old or the new one opens', {
  timeout: 60_000,
}, async () => {
  const of = await vaultWithPassphrase();
  let isChanged = false;
  let step = 0;
  while (!isChanged) {
    step += 1;
    const { next, outcome } = await changeFailingAt(step, { of, dies: true });
    isChanged = outcome === 'changed';
    await next.unlock(isChanged ? 'two' : 'one').catch(() => next.unlock('two'));
    expect(await next.read('profile-1'), `step ${step}`).toBe('kept');
    expect(next.state(), `step ${step}`).toMatchObject({ damaged: [], rolledBack: [] });
  }
  // The first that nothing cuts off comes after the four steps of a save.
  expect(step).toBe(5);
});

test('a change of the passphrase that is said to have failed has not come about', {
  timeout: 60_000,
}, async () => {
  const of = await vaultWithPassphrase();
  let failed = 0;
  for (;;) {
    const { next, folder, outcome } = await changeFailingAt(failed + 1, { of, dies: false });
    if (outcome === 'changed') {
      break;
    }
    failed += 1;
    expect(outcome, `step ${failed}`).toBe('vault-cannot-save');
    await expect(next.unlock('two'), `step ${failed}`).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await next.unlock('one');
    const headers = await contents(folder);
    expect(headers.get('vault.json'), `step ${failed}`).toEqual(headers.get('vault.json.copy'));
  }
  expect(failed).toBe(4);
});
