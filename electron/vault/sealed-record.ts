import { type KeyObject, randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import { decrypt, encrypt, nonceLength, tagLength } from './aes-gcm.ts';

/** Where a record belongs: a file moved to another place, or another vault, does not open there. */
export interface RecordPlace {
  /** 32 hex digits. */
  readonly vaultId: string;
  readonly recordId: string;
}

export interface OpenedRecord {
  /** Grows with every save of the record. */
  readonly revision: number;
  readonly plain: Buffer;
}

const magic = Buffer.from('LNYR', 'latin1');
const formatVersion = 1;
const vaultIdAt = magic.length + 2;
const revisionAt = vaultIdAt + 16;
const nonceAt = revisionAt + 8;
const idLengthAt = nonceAt + nonceLength;
const recordIdAt = idLengthAt + 1;

/**
 * Seals a record: a header (magic, format version, vault id, revision, nonce, record id), then ciphertext and tag.
 * The whole header is additional authenticated data.
 */
export function sealRecord(key: KeyObject, place: RecordPlace, revision: number, plain: Uint8Array): Buffer {
  const header = encodeHeader(place, revision, randomBytes(nonceLength));
  const nonce = header.subarray(nonceAt, idLengthAt);
  return Buffer.concat([header, encrypt(key, nonce, header, plain)]);
}

/** Opens what {@link sealRecord} made for the same key and place; throws a `Failure` with `record-damaged` for anything else. */
export function openRecord(key: KeyObject, place: RecordPlace, bytes: Uint8Array): OpenedRecord {
  const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = recordIdAt + place.recordId.length;
  if (sealed.length < headerLength + tagLength) {
    throw new Failure('record-damaged');
  }
  const revision = Number(sealed.readBigUInt64BE(revisionAt));
  if (!Number.isSafeInteger(revision)) {
    throw new Failure('record-damaged');
  }
  const nonce = sealed.subarray(nonceAt, idLengthAt);
  const header = encodeHeader(place, revision, nonce);
  if (!header.equals(sealed.subarray(0, headerLength))) {
    throw new Failure('record-damaged');
  }
  const plain = decrypt(key, nonce, header, sealed.subarray(headerLength));
  if (plain === null) {
    throw new Failure('record-damaged');
  }
  return { revision, plain };
}

function encodeHeader(place: RecordPlace, revision: number, nonce: Uint8Array): Buffer {
  const header = Buffer.alloc(recordIdAt + place.recordId.length);
  magic.copy(header);
  header.writeUInt16BE(formatVersion, magic.length);
  header.write(place.vaultId, vaultIdAt, 'hex');
  header.writeBigUInt64BE(BigInt(revision), revisionAt);
  header.set(nonce, nonceAt);
  header.writeUInt8(place.recordId.length, idLengthAt);
  header.write(place.recordId, recordIdAt, 'latin1');
  return header;
}
