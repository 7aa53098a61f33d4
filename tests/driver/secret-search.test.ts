import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretSearch } from './secret-search.ts';
import { writingsOf } from './secret-writings.ts';

const secret = 'Qx7"p\u00e4%Zr+/Ky3&Wm9=Tb5?Hd2';
const search = createSecretSearch({ canary: secret });
const between = (bytes: Uint8Array) => Buffer.concat([randomBytes(1000), bytes, randomBytes(1000)]);

describe('a search for secrets', () => {
  it.each(writingsOf(secret))('finds one written as $writing, among other bytes', ({ writing, bytes }) => {
    expect(search.in(between(bytes))).toContain(`canary, ${writing}`);
  });

  it.each(writingsOf(secret))('finds any 16 bytes of one written as $writing', ({ writing, bytes }) => {
    for (let at = 0; at + 16 <= bytes.length; at += 1) {
      expect(search.in(between(bytes.subarray(at, at + 16)))).toContain(`canary, ${writing}`);
    }
  });

  it('finds one at either end, and one that is all there is', () => {
    const bytes = Buffer.from(secret);
    const noise = randomBytes(1000);
    for (const content of [bytes, Buffer.concat([bytes, noise]), Buffer.concat([noise, bytes])]) {
      expect(search.in(content)).toContain('canary, plain');
    }
  });

  it('finds one that is shorter than a window', () => {
    expect(createSecretSearch({ short: 'Qx7p9Zr2' }).in(Buffer.from('..Qx7p9Zr2..'))).toEqual([
      'short, plain',
      'short, JSON',
      'short, ASCII JSON',
      'short, URL',
      'short, form',
    ]);
  });

  it('finds nothing in a megabyte of anything else', () => {
    expect(search.in(randomBytes(1_000_000))).toEqual([]);
    expect(search.in(Buffer.from(secret).subarray(0, 15))).toEqual([]);
    expect(search.in(Buffer.alloc(0))).toEqual([]);
  });

  it('takes the payload and the signature of a JWT for secret, and not its header', () => {
    const [header, payload, signature] = [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'eyJzdWIiOiJ4In0x',
      'AbCdEfGhIjKlMnOpQrSt',
    ];
    const jwt = createSecretSearch({ token: [header, payload, signature].join('.') });
    expect(jwt.in(Buffer.from(`${header}.`))).toEqual([]);
    expect(jwt.in(Buffer.from(payload))).toContain('token, plain');
    expect(jwt.in(Buffer.from(signature))).toContain('token, plain');
  });
});
