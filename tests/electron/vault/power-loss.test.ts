import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { createPowerLossDisk, type PowerLossDisk } from './power-loss-disk.ts';
import { createFakeKeyring, createHandClock, type FakeKeyring, soleOwner } from './vault-fixture.ts';

interface Machine {
  readonly disk: PowerLossDisk;
  readonly seen: PowerLossDisk;
  readonly keyring: FakeKeyring;
}

async function boot({ disk, seen, keyring }: Machine): Promise<Vault> {
  const vault = createVault({
    files: disk.files,
    lastSeen: seen.files,
    owner: soleOwner,
    keyWrap: keyring,
    clock: createHandClock(),
  });
  await vault.start();
  return vault;
}

async function newMachine(): Promise<{ readonly machine: Machine; readonly vault: Vault }> {
  const machine = { disk: createPowerLossDisk(), seen: createPowerLossDisk(), keyring: createFakeKeyring() };
  return { machine, vault: await boot(machine) };
}

const isDone = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );

/** One bit of a number for each change that was not synced. */
const bits = (mask: number) => (index: number) => ((mask >> index) & 1) === 1;

test.each(['write', 'remove'] as const)(
  'power loss: at every operation of one %s, with every part of what was not synced kept or lost, it is old or new',
  async (what) => {
    let cases = 0;
    let isFinished = false;
    for (let operation = 1; !isFinished; operation += 1) {
      for (let mask = 0, masks = 1; mask < masks; mask += 1) {
        const { machine, vault } = await newMachine();
        await vault.write('a', 'first');
        await vault.write('a', 'old');
        await vault.write('b', 'other');
        machine.disk.loseAt(operation);
        const next = what === 'write' ? 'new' : null;
        isFinished = await isDone(next === null ? vault.remove('a') : vault.write('a', next));
        masks = 2 ** machine.disk.unsynced();
        const after = await boot({ ...machine, disk: machine.disk.after(bits(mask)) });
        const found = await after.read('a');
        const words = `operation ${operation}, kept ${mask.toString(2)}`;
        expect(isFinished ? [next] : ['old', next], words).toContain(found);
        expect(await after.read('b'), words).toBe('other');
        expect(after.state(), words).toMatchObject({ status: 'open', damaged: [], rolledBack: [] });
        cases += 1;
      }
    }
    expect(cases).toBeGreaterThan(9);
  },
);

const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), writes: fc.boolean() });

test('power loss: after any sequence of saves and deletes every acknowledged one is there, and none is called old or damaged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 80 }),
      fc.nat(),
      fc.nat(),
      async (steps, operation, mask, seenMask) => {
        const { machine, vault } = await newMachine();
        const possible = new Map<string, readonly unknown[]>();
        machine.disk.loseAt(operation);
        for (const [index, { id, writes }] of steps.entries()) {
          const value = writes ? index : null;
          const done = await isDone(writes ? vault.write(id, value) : vault.remove(id));
          possible.set(id, done ? [value] : [...(possible.get(id) ?? [null]), value]);
        }
        const after = await boot({
          ...machine,
          disk: machine.disk.after(bits(mask)),
          seen: machine.seen.after(bits(seenMask)),
        });
        for (const [id, values] of possible) {
          expect(values).toContain(await after.read(id));
        }
        expect(after.state()).toMatchObject({ status: 'open', damaged: [], rolledBack: [] });
      },
    ),
    { numRuns: 400 },
  );
});

test('power loss: while a vault is made it is there or not, and the next start makes or opens it', async () => {
  let isMade = false;
  for (let operation = 1; !isMade; operation += 1) {
    for (let mask = 0, masks = 1; mask < masks; mask += 1) {
      const machine = {
        disk: createPowerLossDisk(),
        seen: createPowerLossDisk(),
        keyring: createFakeKeyring(),
      };
      machine.disk.loseAt(operation);
      const vault = await boot(machine);
      isMade = vault.state().status === 'open' && (await isDone(vault.write('a', 1)));
      masks = 2 ** machine.disk.unsynced();
      const after = await boot({ ...machine, disk: machine.disk.after(bits(mask)) });
      expect(after.state().status, `operation ${operation}, kept ${mask.toString(2)}`).toBe('open');
      expect([isMade ? 1 : null, 1]).toContain(await after.read('a'));
    }
  }
});

test('power loss: the model itself loses what was not synced, so that a save without its sync would be seen to fail', async () => {
  const disk = createPowerLossDisk();
  await disk.files.writeNew('a', Buffer.from('x'));
  expect(await disk.after(() => false).files.list()).toEqual([]);
  const synced = createPowerLossDisk();
  await synced.files.writeNew('a', Buffer.from('x'));
  await synced.files.syncFolder();
  expect(await synced.after(() => false).files.list()).toEqual(['a']);
});
