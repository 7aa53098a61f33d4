import { z } from 'zod';
import { importResultSchema } from './import-result.ts';
import { many, none, nothing } from './request-parts.ts';

const passphrase = z.string().max(10_000);

/** Requests about the vault, and about the files that its content goes along in. */
export const vaultRequests = {
  'vault.create': { input: z.object({ passphrase }), output: nothing },
  'vault.carryOnInMemory': { input: none, output: nothing },
  'vault.unlock': { input: z.object({ passphrase }), output: nothing },
  'vault.retryKeyring': { input: none, output: nothing },
  'vault.lock': { input: none, output: nothing },
  /** Sets a passphrase; where there is one, `current` proves that the user knows it. */
  'vault.setPassphrase': {
    input: z.object({ current: passphrase.optional(), next: passphrase }),
    output: nothing,
  },
  /** Leaves the vault to the keyring, once that has shown that it opens it. */
  'vault.removePassphrase': { input: z.object({ current: passphrase }), output: nothing },
  /** Lets the keyring open the vault beside the passphrase, or no longer. */
  'vault.setKeyring': { input: z.object({ use: z.boolean() }), output: nothing },
  /** Ends the warning about records that were put back. */
  'vault.acceptRolledBack': { input: none, output: nothing },
  /** Removes the vault with everything in it. */
  'vault.remove': { input: none, output: nothing },

  /** Asks where, then writes everything into one file that this passphrase seals. */
  'backup.export': {
    input: z.object({ passphrase }),
    output: z.object({ saved: z.boolean(), servers: z.int(), profiles: z.int() }),
  },
  /** Asks for the file, then takes in what it holds; of a profile that is here already, the newer one stays. */
  'backup.import': { input: z.object({ passphrase }), output: importResultSchema.nullable() },

  /** Servers and profiles without anything secret, for others: all of them, or those that are named. */
  'share.export': {
    input: z.object({ profileIds: many.optional() }),
    output: z.object({ saved: z.boolean(), servers: z.int(), profiles: z.int() }),
  },
  'share.import': { input: none, output: importResultSchema.nullable() },
} as const;
