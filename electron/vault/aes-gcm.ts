import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** 96 bits, drawn at random: safe for 2³² messages under one key, which is centuries of refreshes. @see NIST SP 800-38D §8.3 */
export const nonceLength = 12;

/** Node accepts a tag cut to 4 bytes, one forgery in 2³², unless the full length is demanded. */
export const tagLength = 16;

/** Encrypts and authenticates; answers ciphertext followed by the tag. */
export function encrypt(
  key: KeyObject,
  nonce: Uint8Array,
  authenticated: Uint8Array,
  plain: Uint8Array,
): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(authenticated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Answers the plain bytes, or `null` when one bit of key, nonce, authenticated data, ciphertext or tag is not as it was. */
export function decrypt(
  key: KeyObject,
  nonce: Uint8Array,
  authenticated: Uint8Array,
  sealed: Uint8Array,
): Buffer | null {
  if (sealed.length < tagLength) {
    return null;
  }
  const tagAt = sealed.length - tagLength;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  decipher.setAAD(authenticated);
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, tagAt)), decipher.final()]);
  } catch {
    return null;
  }
}
