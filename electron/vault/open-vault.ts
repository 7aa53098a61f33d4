import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Files, KeyWrap } from '../ports.ts';
import { hasCode } from './has-code.ts';
import { removeHeaders, settleHeaders, writeHeader } from './header-file.ts';
import { makeKeyringSlot, openKeyringSlot, openPassphraseSlot, withSlot } from './key-slots.ts';
import { errorCode } from './read-whole.ts';
import { isGenuine, type KeySlot, newHeader, type VaultHeader, type WrittenHeader } from './vault-header.ts';

export interface OpenedVault {
  readonly header: VaultHeader;
  readonly dataKey: KeyObject;
}

async function openVaultByKeyring(
  files: Files,
  written: readonly WrittenHeader[],
  keyring: KeyWrap,
): Promise<OpenedVault> {
  let shouldRewrap = false;
  const { header, dataKey } = await firstThatOpens(written, async ({ vaultId, slots }) => {
    const slot = slots.find((candidate) => candidate.kind === 'keyring');
    if (slot === undefined) {
      throw new Failure('keyring-refused');
    }
    const opened = await openKeyringSlot(keyring, vaultId, slot);
    shouldRewrap = opened.shouldRewrap;
    return opened.dataKey;
  });
  return settle(files, { header: shouldRewrap ? await rewrap(header, dataKey, keyring) : header, dataKey });
}

/** Opens by the keyring, or says why it did not. Throws a `Failure` with `vault-unreadable` for a header that was tampered with. */
export async function tryKeyring(
  files: Files,
  written: readonly WrittenHeader[],
  keyring: KeyWrap,
): Promise<OpenedVault | 'keyring-absent' | 'keyring-refused'> {
  try {
    const isAvailable = await keyring.available();
    return isAvailable ? await openVaultByKeyring(files, written, keyring) : 'keyring-absent';
  } catch (thrown) {
    if (hasCode(thrown, 'keyring-refused')) {
      return 'keyring-refused';
    }
    throw thrown;
  }
}

/** Throws a `Failure` with `wrong-passphrase` or, for a header that was tampered with, `vault-unreadable`. */
export async function openVaultByPassphrase(
  files: Files,
  written: readonly WrittenHeader[],
  passphrase: string,
): Promise<OpenedVault> {
  const tried = new Map<string, Promise<KeyObject>>();
  const opened = await firstThatOpens(written, async ({ vaultId, slots }) => {
    const slot = slots.find((candidate) => candidate.kind === 'passphrase');
    if (slot === undefined) {
      throw new Failure('wrong-passphrase');
    }
    // The last good copy mostly holds the same slot, and a guess is made costly on purpose.
    const known = JSON.stringify([vaultId, slot]);
    const opening = tried.get(known) ?? openPassphraseSlot(passphrase, vaultId, slot);
    tried.set(known, opening);
    return opening;
  });
  return settle(files, opened);
}

/** Makes a vault with one slot; throws a `Failure` with `vault-cannot-save`, and whatever making the slot throws. */
export async function makeVault(
  files: Files,
  makeSlot: (vaultId: string, dataKey: KeyObject) => Promise<KeySlot>,
): Promise<OpenedVault> {
  const vaultId = randomBytes(16).toString('hex');
  const dataKey = createSecretKey(randomBytes(32));
  const header = newHeader(vaultId, [await makeSlot(vaultId, dataKey)]);
  await writeHeader(files, header, dataKey).catch(async (thrown: unknown) => {
    await removeHeaders(files).catch(() => {});
    const detail = errorCode(thrown);
    throw new Failure('vault-cannot-save', detail === undefined ? {} : { detail });
  });
  return { header, dataKey };
}

async function firstThatOpens(
  written: readonly WrittenHeader[],
  openSlot: (header: VaultHeader) => Promise<KeyObject>,
): Promise<OpenedVault> {
  let refusal: unknown = new Failure('vault-unreadable');
  for (const candidate of written) {
    try {
      const dataKey = await openSlot(candidate.header);
      // An older header may have let in whoever knows a passphrase of before; it does not bring that back.
      const genuine = written.find((one) => isGenuine(one, dataKey));
      if (genuine !== undefined) {
        return { header: genuine.header, dataKey };
      }
      refusal = new Failure('vault-unreadable');
    } catch (thrown) {
      refusal = thrown;
    }
  }
  throw refusal;
}

async function rewrap(header: VaultHeader, dataKey: KeyObject, keyring: KeyWrap): Promise<VaultHeader> {
  try {
    return withSlot(header, await makeKeyringSlot(keyring, header.vaultId, dataKey));
  } catch {
    // The old wrapping has just opened; the next opening asks again.
    return header;
  }
}

async function settle(files: Files, opened: OpenedVault): Promise<OpenedVault> {
  // A disk that takes no writes now still lets the vault be read.
  await settleHeaders(files, opened.header, opened.dataKey).catch(() => {});
  return opened;
}
