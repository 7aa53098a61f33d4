import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { KeyWrap } from '../ports.ts';
import { decrypt, encrypt, nonceLength } from './aes-gcm.ts';
import { defaultScryptCost, stretchPassphrase } from './stretch-passphrase.ts';
import type { KeyringSlot, KeySlot, PassphraseSlot, SlotKind, VaultHeader } from './vault-header.ts';

const keyLength = 32;

type Unsealed<Slot> = Omit<Slot, 'sealedKey'>;

/**
 * Seals the data key under a fresh key that the keyring wraps, and makes sure that the keyring gives it back.
 * Throws a `Failure` with `keyring-refused`.
 */
export async function makeKeyringSlot(
  keyring: KeyWrap,
  vaultId: string,
  dataKey: KeyObject,
): Promise<KeyringSlot> {
  const slotKey = randomBytes(keyLength);
  const wrapped = await keyring.wrap(slotKey);
  const { bytes } = await keyring.unwrap(wrapped);
  if (!slotKey.equals(bytes)) {
    throw new Failure('keyring-refused');
  }
  const slot = { kind: 'keyring', wrapped: Buffer.from(wrapped).toString('base64') } as const;
  return { ...slot, sealedKey: sealKey(createSecretKey(slotKey), vaultId, slot, dataKey) };
}

/** Throws a `Failure` with `keyring-refused`, also when what the keyring gives back does not fit. */
export async function openKeyringSlot(
  keyring: KeyWrap,
  vaultId: string,
  { sealedKey, ...slot }: KeyringSlot,
): Promise<{ readonly dataKey: KeyObject; readonly shouldRewrap: boolean }> {
  const { bytes, shouldRewrap } = await keyring.unwrap(Buffer.from(slot.wrapped, 'base64'));
  const fits = bytes.length === keyLength;
  const dataKey = fits ? openKey(createSecretKey(bytes), vaultId, slot, sealedKey) : null;
  if (dataKey === null) {
    throw new Failure('keyring-refused');
  }
  return { dataKey, shouldRewrap };
}

/** Seals the data key under a passphrase. `cost` is scrypt's N, at least 2¹⁵. @see RFC 7914 §2 */
export async function makePassphraseSlot(
  passphrase: string,
  vaultId: string,
  dataKey: KeyObject,
  cost: number = defaultScryptCost,
): Promise<PassphraseSlot> {
  const salt = randomBytes(32).toString('base64');
  const kdf = { name: 'scrypt', cost, blockSize: 8, parallelization: 1, salt } as const;
  const slot = { kind: 'passphrase', kdf } as const;
  return { ...slot, sealedKey: sealKey(await stretch(passphrase, kdf), vaultId, slot, dataKey) };
}

/** Throws a `Failure` with `wrong-passphrase`; a damaged slot cannot be told from it. */
export async function openPassphraseSlot(
  passphrase: string,
  vaultId: string,
  { sealedKey, ...slot }: PassphraseSlot,
): Promise<KeyObject> {
  const dataKey = openKey(await stretch(passphrase, slot.kdf), vaultId, slot, sealedKey);
  if (dataKey === null) {
    throw new Failure('wrong-passphrase');
  }
  return dataKey;
}

/** Adds a slot, or replaces the one of its kind. Records stay as they are: the data key does not change. */
export function withSlot(header: VaultHeader, slot: KeySlot): VaultHeader {
  const others = header.slots.filter(({ kind }) => kind !== slot.kind);
  return { ...header, generation: header.generation + 1, slots: [...others, slot] };
}

/** Throws when nothing would be left to open the vault with. */
export function withoutSlot(header: VaultHeader, kind: SlotKind): VaultHeader {
  const slots = header.slots.filter((slot) => slot.kind !== kind);
  if (slots.length === 0) {
    throw new Error('A vault keeps at least one key slot.');
  }
  return { ...header, generation: header.generation + 1, slots };
}

function sealKey(
  slotKey: KeyObject,
  vaultId: string,
  slot: Unsealed<KeyringSlot> | Unsealed<PassphraseSlot>,
  dataKey: KeyObject,
): string {
  const nonce = randomBytes(nonceLength);
  const plain = dataKey.export();
  const sealed = encrypt(slotKey, nonce, authenticated(vaultId, slot), plain);
  plain.fill(0);
  return Buffer.concat([nonce, sealed]).toString('base64');
}

function openKey(
  slotKey: KeyObject,
  vaultId: string,
  slot: Unsealed<KeyringSlot> | Unsealed<PassphraseSlot>,
  sealedKey: string,
): KeyObject | null {
  const sealed = Buffer.from(sealedKey, 'base64');
  const plain = decrypt(
    slotKey,
    sealed.subarray(0, nonceLength),
    authenticated(vaultId, slot),
    sealed.subarray(nonceLength),
  );
  if (plain === null) {
    return null;
  }
  const dataKey = createSecretKey(plain);
  plain.fill(0);
  return dataKey;
}

function authenticated(vaultId: string, slot: Unsealed<KeyringSlot> | Unsealed<PassphraseSlot>): Buffer {
  return Buffer.from(JSON.stringify(['lanyard key slot', vaultId, slot]));
}

function stretch(passphrase: string, { salt, ...kdf }: PassphraseSlot['kdf']): Promise<KeyObject> {
  return stretchPassphrase(passphrase, { ...kdf, salt: Buffer.from(salt, 'base64') });
}
