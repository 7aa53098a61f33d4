import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  makeKeyringSlot,
  makePassphraseSlot,
  openKeyringSlot,
  openPassphraseSlot,
  withoutSlot,
  withSlot,
} from '../../../electron/vault/key-slots.ts';
import { defaultScryptCost } from '../../../electron/vault/stretch-passphrase.ts';
import {
  decodeHeader,
  encodeHeader,
  isGenuine,
  newHeader,
  type PassphraseSlot,
} from '../../../electron/vault/vault-header.ts';
import { createFakeKeyring, scryptCost } from './vault-fixture.ts';

const vaultId = '00112233445566778899aabbccddeeff';
const dataKey = createSecretKey(randomBytes(32));
const bytesOf = (key: KeyObject) => key.export().toString('hex');
const wrongPassphrase = expect.objectContaining({ code: 'wrong-passphrase' });
const refused = expect.objectContaining({ code: 'keyring-refused' });

test('a passphrase opens its slot at the real cost, and the event loop goes on meanwhile', async () => {
  let turns = 0;
  let isDeriving = true;
  const count = () => {
    turns += 1;
    if (isDeriving) {
      setImmediate(count);
    }
  };
  setImmediate(count);
  const slot = await makePassphraseSlot('correct horse', vaultId, dataKey);
  const opened = await openPassphraseSlot('correct horse', vaultId, slot);
  isDeriving = false;
  expect(bytesOf(opened)).toBe(bytesOf(dataKey));
  expect(slot.kdf).toMatchObject({
    name: 'scrypt',
    cost: defaultScryptCost,
    blockSize: 8,
    parallelization: 1,
  });
  expect(defaultScryptCost).toBe(2 ** 17);
  // A derivation that blocked would leave the loop a handful of turns.
  expect(turns).toBeGreaterThan(100);
});

test('another passphrase is wrong, the same one typed as other code points is not', async () => {
  const slot = await makePassphraseSlot('Gr\u00fc\u00dfe', vaultId, dataKey, scryptCost);
  await expect(openPassphraseSlot('Gru\u0308\u00dfe', vaultId, slot)).resolves.toBeDefined();
  await expect(openPassphraseSlot('Grusse', vaultId, slot)).rejects.toThrow(wrongPassphrase);
});

test('a slot with a field changed, or moved to another vault, cannot be told from a wrong passphrase', async () => {
  const slot = await makePassphraseSlot('right', vaultId, dataKey, scryptCost);
  const otherSalt = { ...slot, kdf: { ...slot.kdf, salt: randomBytes(32).toString('base64') } };
  const otherCost = { ...slot, kdf: { ...slot.kdf, cost: scryptCost * 2 } };
  for (const changed of [otherSalt, otherCost]) {
    await expect(openPassphraseSlot('right', vaultId, changed)).rejects.toThrow(wrongPassphrase);
  }
  await expect(openPassphraseSlot('right', 'ff'.repeat(16), slot)).rejects.toThrow(wrongPassphrase);
});

test('a keyring slot opens with its keyring and with no other', async () => {
  const keyring = createFakeKeyring();
  const slot = await makeKeyringSlot(keyring, vaultId, dataKey);
  const opened = await openKeyringSlot(keyring, vaultId, slot);
  expect(bytesOf(opened.dataKey)).toBe(bytesOf(dataKey));
  await expect(openKeyringSlot(createFakeKeyring(), vaultId, slot)).rejects.toThrow(refused);
  await expect(openKeyringSlot(keyring, 'ff'.repeat(16), slot)).rejects.toThrow(refused);
});

test('a keyring that gives back something else than it was given makes no slot', async () => {
  const forgetful = {
    ...createFakeKeyring(),
    unwrap: async () => ({ bytes: new Uint8Array(32), shouldRewrap: false }),
  };
  await expect(makeKeyringSlot(forgetful, vaultId, dataKey)).rejects.toThrow(refused);
});

test('adding, replacing and removing a slot leaves the data key as it is', async () => {
  const keyring = createFakeKeyring();
  const passphraseSlot = await makePassphraseSlot('one', vaultId, dataKey, scryptCost);
  const alone = newHeader(vaultId, [await makeKeyringSlot(keyring, vaultId, dataKey)]);
  const both = withSlot(alone, passphraseSlot);
  const changed = withSlot(both, await makePassphraseSlot('two', vaultId, dataKey, scryptCost));
  const passphraseOnly = withoutSlot(changed, 'keyring');
  expect(both.slots.map(({ kind }) => kind)).toEqual(['keyring', 'passphrase']);
  expect(changed.slots.map(({ kind }) => kind)).toEqual(['keyring', 'passphrase']);
  expect([alone, both, changed, passphraseOnly].map(({ generation }) => generation)).toEqual([1, 2, 3, 4]);
  const [slot] = passphraseOnly.slots;
  expect(bytesOf(await openPassphraseSlot('two', vaultId, slot as PassphraseSlot))).toBe(bytesOf(dataKey));
  await expect(openPassphraseSlot('one', vaultId, slot as PassphraseSlot)).rejects.toThrow(wrongPassphrase);
  expect(() => withoutSlot(passphraseOnly, 'passphrase')).toThrow('at least one');
});

test('a header with any one byte changed neither decodes nor proves genuine', async () => {
  const keyring = createFakeKeyring();
  const header = newHeader(vaultId, [
    await makeKeyringSlot(keyring, vaultId, dataKey),
    await makePassphraseSlot('one', vaultId, dataKey, scryptCost),
  ]);
  const bytes = encodeHeader(header, dataKey);
  const decoded = decodeHeader(bytes);
  expect(decoded.header).toEqual(header);
  expect(isGenuine(decoded, dataKey)).toBe(true);
  expect(isGenuine(decoded, createSecretKey(randomBytes(32)))).toBe(false);
  const survives = (changed: Buffer) => {
    try {
      return isGenuine(decodeHeader(changed), dataKey);
    } catch {
      return false;
    }
  };
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(survives(flipped), `bit ${bit}`).toBe(false);
  }
  for (const odd of [
    Buffer.from(`\uFEFF${bytes}`),
    Buffer.from(`${bytes}\n`),
    Buffer.concat([bytes, bytes]),
    Buffer.from(bytes.toString().replace('"version": 1,', '"version": 1, "version": 1,')),
    Buffer.from(bytes.toString().replace('"generation": 1,', '"generation": 1,\n  "extra": true,')),
  ]) {
    expect(odd.equals(bytes)).toBe(false);
    expect(survives(odd)).toBe(false);
  }
});

test('absurd derivation costs are refused at once, before anything is derived', async () => {
  const header = newHeader(vaultId, [await makePassphraseSlot('one', vaultId, dataKey, scryptCost)]);
  const text = encodeHeader(header, dataKey).toString();
  const absurd: readonly (readonly [string, string])[] = [
    ['"cost": 32768', '"cost": 1073741824'],
    ['"cost": 32768', '"cost": 2097152'],
    ['"cost": 32768', '"cost": 16384'],
    ['"cost": 32768', '"cost": 32769'],
    ['"cost": 32768', '"cost": -32768'],
    ['"cost": 32768', '"cost": 1e400'],
    ['"cost": 32768', '"cost": "32768"'],
    ['"blockSize": 8', '"blockSize": 1048576'],
    ['"parallelization": 1', '"parallelization": 1048576'],
    ['"parallelization": 1', '"parallelization": 0'],
    ['"salt": "', `"salt": "${'A'.repeat(1_000_000)}`],
    ['"scrypt"', '"none"'],
  ];
  for (const [from, to] of absurd) {
    const forged = text.replace(from, to);
    expect(forged).not.toBe(text);
    const startedAt = performance.now();
    expect(() => decodeHeader(Buffer.from(forged)), to.slice(0, 40)).toThrow('vault-unreadable');
    expect(performance.now() - startedAt).toBeLessThan(100);
  }
});

test('a header of a newer format says so, whatever else it holds', () => {
  const newer = Buffer.from('{"format":"lanyard-vault","version":2,"anything":[]}');
  expect(() => decodeHeader(newer)).toThrow(expect.objectContaining({ code: 'vault-newer' }));
  for (const text of ['', '{}', '[]', 'null', '{', '\0'.repeat(400), '{"format":"other","version":2}']) {
    expect(() => decodeHeader(Buffer.from(text)), text).toThrow(
      expect.objectContaining({ code: 'vault-unreadable' }),
    );
  }
});
