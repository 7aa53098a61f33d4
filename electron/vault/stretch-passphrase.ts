import { createSecretKey, type KeyObject, type ScryptOptions, scrypt } from 'node:crypto';

/** How a passphrase becomes a key. @see RFC 7914 §2 */
export interface Stretching {
  /** scrypt's N. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly salt: Uint8Array;
}

/** 128 MiB and about half a second a guess: the cost that OWASP's password storage cheat sheet gives for scrypt. */
export const defaultScryptCost = 2 ** 17;

/** Below 2¹⁵ a guess is too cheap; above 2²⁰ (1 GiB of memory) a forged file would bring the computer down. */
export const scryptCosts: readonly number[] = [15, 16, 17, 18, 19, 20].map((exponent) => 2 ** exponent);

/** Derives a 256-bit key, off the event loop. */
export function stretchPassphrase(passphrase: string, stretching: Stretching): Promise<KeyObject> {
  const { cost, blockSize, parallelization, salt } = stretching;
  const options: ScryptOptions = {
    cost,
    blockSize,
    parallelization,
    // scrypt needs 128·N·r bytes and a little more; Node's own limit of 32 MiB ends at N = 2¹⁴.
    maxmem: 256 * cost * blockSize,
  };
  return new Promise((resolve, reject) => {
    // The same passphrase comes as different code points from different keyboards. @see RFC 8265 §4.2
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, derived) =>
      error === null ? resolve(createSecretKey(derived)) : reject(error),
    );
  });
}
