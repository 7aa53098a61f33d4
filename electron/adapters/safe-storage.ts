import { Failure } from '../failure.ts';
import type { KeyWrap } from '../ports.ts';

interface SynchronousSafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

interface AsynchronousSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

/** Electron's `safeStorage` of either generation. @see https://www.electronjs.org/docs/latest/api/safe-storage */
export type SafeStorage = SynchronousSafeStorage | AsynchronousSafeStorage;

/** Without a keyring Chromium on Linux encrypts with a published key and marks the result so. On macOS the same mark means the Keychain. */
const obfuscationMark = 'v10';

/**
 * Wraps keys with the system's keyring, through the asynchronous API where there is one. `isReady` tells whether the app is: before
 * that, macOS would make a key under another app's name.
 */
export function createSafeStorageKeyWrap(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  isReady: () => boolean,
): KeyWrap {
  const storage = 'encryptStringAsync' in safeStorage ? safeStorage : asAsynchronous(safeStorage);

  const isObfuscated = (wrapped: Buffer) =>
    platform === 'linux' &&
    wrapped.subarray(0, obfuscationMark.length).toString('latin1') === obfuscationMark;

  return {
    available: async () => {
      if (!isReady() || !(await storage.isAsyncEncryptionAvailable())) {
        return false;
      }
      return platform !== 'linux' || !isObfuscated(await storage.encryptStringAsync('probe'));
    },
    wrap: async (bytes) => {
      const wrapped = await refusing(isReady, async () => storage.encryptStringAsync(toText(bytes)));
      if (isObfuscated(wrapped)) {
        throw new Failure('keyring-refused');
      }
      return wrapped;
    },
    unwrap: async (wrapped) => {
      const encrypted = Buffer.from(wrapped);
      // An emptied wrapping would decrypt to an empty secret without an error.
      if (encrypted.length === 0 || isObfuscated(encrypted)) {
        throw new Failure('keyring-refused');
      }
      const decrypt = async () => storage.decryptStringAsync(encrypted);
      // The first call may find the keyring still being unlocked.
      const { result, shouldReEncrypt } = await refusing(isReady, () => decrypt().catch(decrypt));
      return { bytes: Buffer.from(result, 'base64'), shouldRewrap: shouldReEncrypt };
    },
  };
}

function asAsynchronous(storage: SynchronousSafeStorage): AsynchronousSafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => storage.isEncryptionAvailable(),
    encryptStringAsync: async (text) => storage.encryptString(text),
    decryptStringAsync: async (encrypted) => ({
      result: storage.decryptString(encrypted),
      shouldReEncrypt: false,
    }),
  };
}

async function refusing<Result>(isReady: () => boolean, call: () => Promise<Result>): Promise<Result> {
  const answer = isReady() ? await call().catch(() => null) : null;
  if (answer === null) {
    throw new Failure('keyring-refused');
  }
  return answer;
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
