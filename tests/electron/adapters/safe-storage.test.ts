import { expect, test } from 'vitest';
import { createSafeStorageKeyWrap, type SafeStorage } from '../../../electron/adapters/safe-storage.ts';

const secret = Buffer.from('00ff10e2a7c3d4', 'hex');
const refused = expect.objectContaining({ code: 'keyring-refused' });
const ready = () => true;
const mask = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

/** The API up to Electron 41, and 25 as it is: asked before it is available, it throws. */
function synchronous(mark = 'v11', isAvailable = true): SafeStorage {
  const check = () => {
    if (!isAvailable) {
      throw new Error('Encryption is not available.');
    }
  };
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text) => {
      check();
      return Buffer.concat([Buffer.from(mark), mask(Buffer.from(text))]);
    },
    decryptString: (encrypted) => {
      check();
      return mask(encrypted.subarray(3)).toString();
    },
  };
}

/** The API from Electron 42 on, which is available on Linux even without a keyring. */
function asynchronous(mark = 'v11', shouldReEncrypt = false, failures = 0): SafeStorage {
  let left = failures;
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.concat([Buffer.from(mark), mask(Buffer.from(text))]),
    decryptStringAsync: async (encrypted) => {
      left -= 1;
      if (left >= 0) {
        throw new Error('Encryption is temporarily unavailable.');
      }
      return { result: mask(encrypted.subarray(3)).toString(), shouldReEncrypt };
    },
  };
}

test.each([
  ['synchronous', synchronous()],
  ['asynchronous', asynchronous()],
])('wraps and unwraps any bytes with the %s API', async (_, storage) => {
  const keyWrap = createSafeStorageKeyWrap(storage, 'linux', ready);
  expect(await keyWrap.available()).toBe(true);
  const wrapped = await keyWrap.wrap(secret);
  expect(Buffer.from(wrapped).includes(secret)).toBe(false);
  const { bytes, shouldRewrap } = await keyWrap.unwrap(wrapped);
  expect(Buffer.from(bytes)).toEqual(secret);
  expect(shouldRewrap).toBe(false);
});

test('prefers the asynchronous API where both are', async () => {
  const both: SafeStorage = { ...synchronous('v11', false), ...asynchronous('v11', true) };
  const keyWrap = createSafeStorageKeyWrap(both, 'linux', ready);
  expect((await keyWrap.unwrap(await keyWrap.wrap(secret))).shouldRewrap).toBe(true);
});

test.each([
  ['synchronous', synchronous('v10')],
  ['asynchronous', asynchronous('v10')],
])('on Linux takes obfuscation by the %s API for no keyring at all', async (_, storage) => {
  const keyWrap = createSafeStorageKeyWrap(storage, 'linux', ready);
  expect(await keyWrap.available()).toBe(false);
  await expect(keyWrap.wrap(secret)).rejects.toThrow(refused);
  await expect(keyWrap.unwrap(Buffer.from('v10anything'))).rejects.toThrow(refused);
});

test.each(['darwin', 'win32'] as const)('takes the same mark for a keyring on %s', async (platform) => {
  const keyWrap = createSafeStorageKeyWrap(asynchronous('v10'), platform, ready);
  expect(await keyWrap.available()).toBe(true);
  expect(Buffer.from((await keyWrap.unwrap(await keyWrap.wrap(secret))).bytes)).toEqual(secret);
});

test('refuses in its own words when there is no keyring, when it fails, and when a wrapping was emptied', async () => {
  const keyWrap = createSafeStorageKeyWrap(synchronous('v11', false), 'linux', ready);
  expect(await keyWrap.available()).toBe(false);
  await expect(keyWrap.wrap(secret)).rejects.toThrow(refused);
  await expect(keyWrap.unwrap(Buffer.from('v11anything'))).rejects.toThrow(refused);
  const well = createSafeStorageKeyWrap(synchronous(), 'linux', ready);
  await expect(well.unwrap(new Uint8Array())).rejects.toThrow(refused);
});

test('tries once more when the keyring is unavailable for a moment, and no more than that', async () => {
  const once = createSafeStorageKeyWrap(asynchronous('v11', false, 1), 'linux', ready);
  expect(Buffer.from((await once.unwrap(await once.wrap(secret))).bytes)).toEqual(secret);
  const twice = createSafeStorageKeyWrap(asynchronous('v11', false, 2), 'linux', ready);
  await expect(twice.unwrap(await twice.wrap(secret))).rejects.toThrow(refused);
});

test('never touches the keyring before the app is ready', async () => {
  let isReady = false;
  const wrapped = await createSafeStorageKeyWrap(asynchronous(), 'darwin', ready).wrap(secret);
  let touches = 0;
  const touch = () => {
    touches += 1;
    throw new Error('Asked too early.');
  };
  const untouchable = {
    isAsyncEncryptionAvailable: touch,
    encryptStringAsync: touch,
    decryptStringAsync: touch,
  };
  const early = createSafeStorageKeyWrap(untouchable, 'darwin', () => isReady);
  expect(await early.available()).toBe(false);
  await expect(early.wrap(secret)).rejects.toThrow(refused);
  await expect(early.unwrap(wrapped)).rejects.toThrow(refused);
  expect(touches).toBe(0);
  isReady = true;
  await expect(early.wrap(secret)).rejects.toThrow(refused);
  await expect(early.unwrap(wrapped)).rejects.toThrow(refused);
  expect(touches).toBe(3);
});
