import { join } from 'node:path';
import { createNodeFiles } from '../../electron/adapters/node-files.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { Failure } from '../../electron/failure.ts';
import type { KeyWrap, SoleOwner } from '../../electron/ports.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import type { Vault } from '../../electron/vault/vault.ts';

/** Saves with the app's own vault, in a process of its own that can be ended at any system call: `program FOLDER ACTION`. */

/** Opens without asking anybody; what a real keyring adds plays no part in saving. */
const keyring: KeyWrap = {
  available: async () => true,
  wrap: async (bytes) => bytes,
  unwrap: async (bytes) => ({ bytes, shouldRewrap: false }),
};

const noKeyring: KeyWrap = { ...keyring, available: async () => false };

/** Nobody else is started on the folder. */
const alone: SoleOwner = { claim: async () => true };

/** The lowest cost that a stored header may have: how long a guess takes plays no part in saving. */
const scryptCost = 2 ** 15;

/** The newer first: where a change was cut off between header and copy, an opening by the older one would end it too. */
const passphrases = ['two', 'one'];

const actions: Readonly<Record<string, (vault: Vault, folder: string) => Promise<void>>> = {
  create: async () => {},
  save: (vault) => vault.write('profile', 'new'),
  old: (vault) => vault.write('profile', 'old'),
  remove: (vault) => vault.remove('profile'),
  setPassphrase: (vault) =>
    vault.protect((protection, opened) => protection.setPassphrase(opened, 'one', undefined)),
  changePassphrase: (vault) =>
    vault.protect((protection, opened) => protection.setPassphrase(opened, 'two', 'one')),
  removePassphrase: (vault) =>
    vault.protect((protection, opened) => protection.removePassphrase(opened, 'one')),
  addKeyring: (vault) => vault.protect((protection, opened) => protection.addKeyring(opened)),
  removeKeyring: (vault) => vault.protect((protection, opened) => protection.removeKeyring(opened)),
  /** Tells what is there, what opens it, and that saving works again. */
  check: async (vault, folder) => {
    const state = vault.state();
    say({
      read: await vault.read('profile'),
      damaged: state.status === 'open' ? [...state.damaged, ...state.rolledBack] : [],
    });
    say({ opens: await whatOpens(folder) });
    await vault.write('profile', 'again');
    say({ again: await vault.read('profile') });
  },
};

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

function vaultIn(folder: string, keyWrap: KeyWrap): Vault {
  return createVault({
    files: createNodeFiles(join(folder, 'vault')),
    lastSeen: createNodeFiles(join(folder, 'vault-seen')),
    owner: alone,
    keyWrap,
    clock: systemClock,
    scryptCost,
  });
}

/** True when the passphrase opened the vault, or it was open. */
function isUnlockedBy(vault: Vault, passphrase: string): Promise<boolean> {
  return vault.unlock(passphrase).then(
    () => true,
    () => false,
  );
}

async function whatOpens(folder: string): Promise<readonly string[]> {
  const { status } = await vaultIn(folder, keyring).start();
  const opens = status === 'open' ? ['keyring'] : [];
  for (const passphrase of passphrases) {
    const vault = vaultIn(folder, noKeyring);
    await vault.start();
    if (await isUnlockedBy(vault, passphrase)) opens.push(passphrase);
  }
  return opens;
}

async function run(folder: string, name: string): Promise<void> {
  const vault = vaultIn(folder, keyring);
  await vault.start();
  for (const passphrase of passphrases)
    if (vault.state().status === 'locked') await isUnlockedBy(vault, passphrase);
  const { status } = vault.state();
  say({ status });
  if (status !== 'open') return;
  try {
    await actions[name]?.(vault, folder);
    say({ done: true });
  } catch (thrown) {
    say({ failure: thrown instanceof Failure ? thrown.code : `no Failure: ${String(thrown)}` });
  }
}

const [folder = '', action = ''] = process.argv.slice(2);
await run(folder, action);
