import { writingsOf } from './secret-writings.ts';

export interface SecretSearch {
  /** How many different byte strings are looked for. */
  readonly patterns: number;
  /** What of the secrets is in there, as `name of the secret, how it was written`. */
  in(content: Uint8Array): readonly string[];
}

/** A part this long is found wherever it lies, also where the rest was cut off, overwritten or compressed away. */
const windowBytes = 16;
const filterBits = 24;
const factor = 0x01000193;
/** What the byte that leaves the window has been multiplied by. */
const leaving = Array.from({ length: windowBytes }).reduce<number>((power) => Math.imul(power, factor), 1);

/**
 * Looks for secrets in every writing, whole where one is short and otherwise any 16 bytes of it in a row. A JWT's header is no secret:
 * all tokens of its kind share it.
 */
export function createSecretSearch(secrets: Readonly<Record<string, string>>): SecretSearch {
  const windows = new Map<string, Set<string>>();
  const short: { readonly what: string; readonly bytes: Buffer }[] = [];
  const filter = new Uint8Array(2 ** (filterBits - 3));

  for (const [name, secret] of Object.entries(secrets)) {
    for (const { writing, bytes } of writingsOf(withoutJwtHeader(secret))) {
      const what = `${name}, ${writing}`;
      if (bytes.length < windowBytes) short.push({ what, bytes });
      for (let at = 0; at + windowBytes <= bytes.length; at += 1) {
        const window = bytes.subarray(at, at + windowBytes);
        const key = window.toString('latin1');
        windows.set(key, (windows.get(key) ?? new Set()).add(what));
        mark(filter, hashOf(window));
      }
    }
  }

  return {
    patterns: windows.size + new Set(short.map(({ bytes }) => bytes.toString('latin1'))).size,
    in(given) {
      const content = Buffer.from(given.buffer, given.byteOffset, given.length);
      const found = new Set(short.filter(({ bytes }) => content.includes(bytes)).map(({ what }) => what));
      let hash = hashOf(content.subarray(0, windowBytes));
      for (let at = 0; at + windowBytes <= content.length; at += 1) {
        if (isMarked(filter, hash)) {
          const known = windows.get(content.toString('latin1', at, at + windowBytes));
          for (const what of known ?? []) found.add(what);
        }
        const [out = 0, next = 0] = [content[at], content[at + windowBytes]];
        hash = (Math.imul(hash, factor) + next - Math.imul(out, leaving)) | 0;
      }
      return [...found];
    },
  };
}

/** Moves on by one byte at the cost of one, whatever the length of the window. */
function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => (Math.imul(hash, factor) + byte) | 0, 0);
}

function placeOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits);
}

function mark(filter: Uint8Array, hash: number): void {
  const place = placeOf(hash);
  filter[place >>> 3] = (filter[place >>> 3] ?? 0) | (1 << (place & 7));
}

function isMarked(filter: Uint8Array, hash: number): boolean {
  const place = placeOf(hash);
  return ((filter[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
}

function withoutJwtHeader(secret: string): string {
  return /^eyJ[\w-]+\.([\w-]+\.[\w-]+)$/.exec(secret)?.[1] ?? secret;
}
