import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRecord, sealRecord } from '../../../electron/vault/sealed-record.ts';

const key = createSecretKey(randomBytes(32));
const place = { vaultId: '00112233445566778899aabbccddeeff', recordId: 'profile-1' };
const damaged = expect.objectContaining({ code: 'record-damaged' });
const headerLength = 4 + 2 + 16 + 8 + 12 + 1 + place.recordId.length;

test('opens to what was sealed, with its revision', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.maxSafeNat(),
      fc.stringMatching(/^[a-z0-9-]{1,64}$/),
      (plain, revision, recordId) => {
        const at = { ...place, recordId };
        const opened = openRecord(key, at, sealRecord(key, at, revision, plain));
        expect(opened.revision).toBe(revision);
        expect(Uint8Array.from(opened.plain)).toEqual(plain);
      },
    ),
  );
});

test('refuses a record with any one bit changed: header, ciphertext or tag', () => {
  const sealed = sealRecord(key, place, 7, Buffer.from('forty bytes of something not to be told.'));
  expect(sealed.length).toBe(headerLength + 40 + 16);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => openRecord(key, place, flipped), `bit ${bit}`).toThrow(damaged);
  }
});

test('refuses a record cut anywhere, also within its tag, and one with something after it', () => {
  const sealed = sealRecord(key, place, 1, Buffer.from('secret'));
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => openRecord(key, place, sealed.subarray(0, length)), `${length} bytes`).toThrow(damaged);
  }
  expect(() => openRecord(key, place, Buffer.concat([sealed, sealed]))).toThrow(damaged);
  expect(() => openRecord(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(damaged);
});

test('refuses a record of another id, another vault and another key', () => {
  const sealed = sealRecord(key, place, 1, Buffer.from('secret'));
  const otherKey = createSecretKey(randomBytes(32));
  expect(() => openRecord(key, { ...place, recordId: 'profile-2' }, sealed)).toThrow(damaged);
  expect(() => openRecord(key, { ...place, vaultId: 'ff'.repeat(16) }, sealed)).toThrow(damaged);
  expect(() => openRecord(otherKey, place, sealed)).toThrow(damaged);
});

test('never seals the same bytes the same way twice', () => {
  const plain = Buffer.from('secret');
  const sealings = Array.from({ length: 100 }, () => sealRecord(key, place, 1, plain).toString('hex'));
  expect(new Set(sealings).size).toBe(100);
});
