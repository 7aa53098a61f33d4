import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { scryptCosts } from './stretch-passphrase.ts';

const format = 'lanyard-vault';
const formatVersion = 1;

/** Two slots take about 1 KB; what is larger was not written by Lanyard. */
export const headerLimitBytes = 64 * 1024;

const base64 = (minimum: number, maximum: number) =>
  z.base64().refine((text) => {
    const { length } = Buffer.from(text, 'base64');
    return length >= minimum && length <= maximum;
  });

/** Nonce, the 32 bytes of the data key, tag. */
const sealedKey = base64(60, 60);

const keyringSlotSchema = z
  .strictObject({ kind: z.literal('keyring'), wrapped: base64(1, 8 * 1024), sealedKey })
  .readonly();

const passphraseSlotSchema = z
  .strictObject({
    kind: z.literal('passphrase'),
    kdf: z
      .strictObject({
        name: z.literal('scrypt'),
        cost: z.number().refine((cost) => scryptCosts.includes(cost)),
        blockSize: z.literal(8),
        parallelization: z.number().int().min(1).max(4),
        salt: base64(32, 32),
      })
      .readonly(),
    sealedKey,
  })
  .readonly();

const headerShape = {
  format: z.literal(format),
  version: z.literal(formatVersion),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  generation: z.int().min(1),
  slots: z
    .array(z.discriminatedUnion('kind', [keyringSlotSchema, passphraseSlotSchema]))
    .min(1)
    .max(2)
    .refine((slots) => new Set(slots.map(({ kind }) => kind)).size === slots.length)
    .readonly(),
};

const writtenSchema = z.strictObject({ ...headerShape, mac: z.string().regex(/^[0-9a-f]{64}$/) }).readonly();

const announcedSchema = z.object({ format: z.literal(format), version: z.number() });

export type KeyringSlot = z.infer<typeof keyringSlotSchema>;
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;
export type KeySlot = KeyringSlot | PassphraseSlot;
export type SlotKind = KeySlot['kind'];

/** What a vault says of itself. It holds the data key, sealed once per slot, and no secret in the clear. */
export type VaultHeader = Omit<z.infer<typeof writtenSchema>, 'mac'>;

export interface WrittenHeader {
  readonly header: VaultHeader;
  readonly mac: string;
}

export function newHeader(vaultId: string, slots: readonly KeySlot[]): VaultHeader {
  return { format, version: formatVersion, vaultId, generation: 1, slots };
}

/** Writes a header down, authenticated as a whole by a key that only the data key yields. */
export function encodeHeader(header: VaultHeader, dataKey: KeyObject): Buffer {
  return write(header, computeMac(header, dataKey).toString('hex'));
}

/**
 * Reads a header whose MAC is still to be checked with {@link isGenuine}. Sizes, kinds and derivation costs are bounded here, before
 * anything is derived from them. Throws a `Failure` with `vault-newer` or `vault-unreadable`.
 */
export function decodeHeader(bytes: Uint8Array): WrittenHeader {
  const content = parse(bytes);
  const announced = announcedSchema.safeParse(content);
  if (announced.success && announced.data.version > formatVersion) {
    throw new Failure('vault-newer');
  }
  const written = writtenSchema.safeParse(content);
  if (!written.success) {
    throw new Failure('vault-unreadable');
  }
  const { mac, ...header } = written.data;
  // One content has one spelling, so that no byte of the file can change unnoticed: not a space, a doubled key or a base64 padding bit.
  if (!write(header, mac).equals(bytes)) {
    throw new Failure('vault-unreadable');
  }
  return { header, mac };
}

export function isGenuine({ header, mac }: WrittenHeader, dataKey: KeyObject): boolean {
  return timingSafeEqual(computeMac(header, dataKey), Buffer.from(mac, 'hex'));
}

/** Derives a key for one purpose, so that no two uses of the data key can be played against each other. @see RFC 5869 */
export function deriveKey(dataKey: KeyObject, vaultId: string, purpose: 'header' | 'records'): KeyObject {
  const salt = Buffer.from(vaultId, 'hex');
  return createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, salt, `lanyard vault ${purpose}`, 32)));
}

function computeMac(header: VaultHeader, dataKey: KeyObject): Buffer {
  return createHmac('sha256', deriveKey(dataKey, header.vaultId, 'header'))
    .update(write(header, ''))
    .digest();
}

function write({ format, version, vaultId, generation, slots }: VaultHeader, mac: string): Buffer {
  return Buffer.from(`${JSON.stringify({ format, version, vaultId, generation, slots, mac }, null, 2)}\n`);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
