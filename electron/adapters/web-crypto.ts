import { webcrypto } from 'node:crypto';

/** Gives libraries the Web Crypto that they look for on the global object: Node 18 has it, but not there. */
export function provideWebCrypto(): void {
  for (const [name, value] of Object.entries({ crypto: webcrypto, CryptoKey: webcrypto.CryptoKey })) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}
