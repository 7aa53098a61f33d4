import { randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import { decrypt, encrypt, nonceLength, tagLength } from './aes-gcm.ts';
import { defaultScryptCost, scryptCosts, stretchPassphrase } from './stretch-passphrase.ts';

/** A thousand profiles, each with megabyte tokens, would be more; then the vault's folder is the thing to copy. */
export const backupLimitBytes = 256 * 1024 * 1024;

const magic = Buffer.from('LNYB', 'latin1');
const formatVersion = 1;
const saltLength = 32;
const versionAt = magic.length;
const costAt = versionAt + 2;
const blockSizeAt = costAt + 1;
const parallelizationAt = blockSizeAt + 1;
const saltAt = parallelizationAt + 1;
const nonceAt = saltAt + saltLength;
const headerLength = nonceAt + nonceLength;

const blockSize = 8;
const parallelization = 1;

/**
 * Seals bytes under a passphrase alone, for another machine: a header (magic, format version, log₂ N, r, p, salt, nonce), then
 * ciphertext and tag. The whole header is additional authenticated data. `cost` is scrypt's N, at least 2¹⁵.
 */
export async function sealBackup(
  passphrase: string,
  plain: Uint8Array,
  cost: number = defaultScryptCost,
): Promise<Buffer> {
  const [salt, nonce] = [randomBytes(saltLength), randomBytes(nonceLength)];
  const header = Buffer.alloc(headerLength);
  magic.copy(header);
  header.writeUInt16BE(formatVersion, versionAt);
  header.writeUInt8(Math.log2(cost), costAt);
  header.writeUInt8(blockSize, blockSizeAt);
  header.writeUInt8(parallelization, parallelizationAt);
  salt.copy(header, saltAt);
  nonce.copy(header, nonceAt);
  const key = await stretchPassphrase(passphrase, { cost, blockSize, parallelization, salt });
  return Buffer.concat([header, encrypt(key, nonce, header, plain)]);
}

/**
 * Opens what {@link sealBackup} made. Throws a `Failure`: `backup-unreadable` for what is no backup, before anything is derived,
 * `backup-newer` for a later format, `backup-refused` for another passphrase or one changed bit.
 */
export async function openBackup(passphrase: string, bytes: Uint8Array): Promise<Buffer> {
  const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (sealed.length < costAt || !sealed.subarray(0, versionAt).equals(magic)) {
    throw new Failure('backup-unreadable');
  }
  if (sealed.readUInt16BE(versionAt) > formatVersion) {
    throw new Failure('backup-newer');
  }
  if (sealed.length < headerLength + tagLength) {
    throw new Failure('backup-unreadable');
  }
  const header = sealed.subarray(0, headerLength);
  const cost = 2 ** header.readUInt8(costAt);
  const isKnown =
    header.readUInt16BE(versionAt) === formatVersion &&
    scryptCosts.includes(cost) &&
    header.readUInt8(blockSizeAt) === blockSize &&
    header.readUInt8(parallelizationAt) === parallelization;
  if (!isKnown) {
    throw new Failure('backup-unreadable');
  }
  const salt = header.subarray(saltAt, nonceAt);
  const key = await stretchPassphrase(passphrase, { cost, blockSize, parallelization, salt });
  const plain = decrypt(key, header.subarray(nonceAt), header, sealed.subarray(headerLength));
  if (plain === null) {
    throw new Failure('backup-refused');
  }
  return plain;
}
