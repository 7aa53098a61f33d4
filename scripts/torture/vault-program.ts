import { join } from 'node:path';
import { createNodeFiles } from '../../electron/adapters/node-files.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { Failure } from '../../electron/failure.ts';
import type { KeyWrap, SoleOwner } from '../../electron/ports.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import type { Vault } from '../../electron/vault/vault.ts';

/** Saves with the app's own vault, in a process of its own that can be ended at any system call: `program FOLDER ACTION`. */

/** Opens without asking anybody; what a keyring adds plays no part in saving. */
const keyWrap: KeyWrap = {
  available: async () => true,
  wrap: async (bytes) => bytes,
  unwrap: async (bytes) => ({ bytes, shouldRewrap: false }),
};

/** Nobody else is started on the folder. */
const alone: SoleOwner = { claim: async () => true };

const actions: Readonly<Record<string, (vault: Vault) => Promise<void>>> = {
  create: async () => {},
  save: (vault) => vault.write('profile', 'new'),
  old: (vault) => vault.write('profile', 'old'),
  remove: (vault) => vault.remove('profile'),
  /** Tells what is there, and that saving works again. */
  check: async (vault) => {
    const state = vault.state();
    say({
      read: await vault.read('profile'),
      damaged: state.status === 'open' ? [...state.damaged, ...state.rolledBack] : [],
    });
    await vault.write('profile', 'again');
    say({ again: await vault.read('profile') });
  },
};

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

async function run(folder: string, name: string): Promise<void> {
  const vault = createVault({
    files: createNodeFiles(join(folder, 'vault')),
    lastSeen: createNodeFiles(join(folder, 'vault-seen')),
    owner: alone,
    keyWrap,
    clock: systemClock,
  });
  const { status } = await vault.start();
  say({ status });
  if (status !== 'open') return;
  try {
    await actions[name]?.(vault);
    say({ done: true });
  } catch (thrown) {
    say({ failure: thrown instanceof Failure ? thrown.code : `no Failure: ${String(thrown)}` });
  }
}

const [folder = '', action = ''] = process.argv.slice(2);
await run(folder, action);
