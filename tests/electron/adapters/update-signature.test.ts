import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned, signedText } from '../../../electron/adapters/update-signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const files = [
  { url: 'Lanyard-2.0.0-linux-x86_64.AppImage', sha512: 'aGFzaA==', size: 12 },
  { url: 'Lanyard-2.0.0-setup.exe', sha512: 'b3RoZXI=', size: 34 },
];

function signedRelease(version = '2.0.0') {
  const signature = sign(null, Buffer.from(signedText(version, files)), privateKey).toString('base64');
  return { version, files, signature, releaseDate: '2026-01-01', path: files[0]?.url };
}

test('a release that the maintainers signed is theirs, in whatever order its files stand', () => {
  expect(isSigned(signedRelease(), key)).toBe(true);
  expect(isSigned({ ...signedRelease(), files: [...files].reverse() }, key)).toBe(true);
});

test.each([
  ['another version', { version: '3.0.0' }],
  ['a file with another hash', { files: [{ ...files[0], sha512: 'ZXZpbA==' }, files[1]] }],
  ['a file more', { files: [...files, { url: 'evil.AppImage', sha512: 'ZXZpbA==' }] }],
  ['a file less', { files: files.slice(1) }],
  [
    'hashes that changed places',
    { files: files.map((file, index) => ({ ...file, sha512: files[1 - index]?.sha512 })) },
  ],
  ['no signature', { signature: undefined }],
  ['an empty signature', { signature: '' }],
  ['a signature that is none', { signature: 'AAAA' }],
  ['no files', { files: [] }],
])('a release with %s is not', (_what, change) => {
  expect(isSigned({ ...signedRelease(), ...change }, key)).toBe(false);
});

test('nor is one that somebody else signed, or that is checked with what is no key', () => {
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(isSigned(signedRelease(), other)).toBe(false);
  expect(isSigned(signedRelease(), 'no key')).toBe(false);
  expect(isSigned(null, key)).toBe(false);
});
