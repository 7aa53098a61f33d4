/** What is kept of a login, where, and what for. Secrets are named as in the middle of a sentence. */
export const remember = {
  inVault: 'Remember in the vault to sign in again by itself',
  untilQuit: 'Remember until you quit, to sign in again by itself',
  and: (secrets: readonly string[]) => secrets.join(' and '),
  secretUsed: (secrets: string, place: string, occasion: string) =>
    `The ${secrets} is kept ${place}, and used ${occasion}.`,
  typedUsed: (place: string, occasion: string) => `What you typed is kept ${place}, and used ${occasion}.`,
  keptAnyway: (secrets: string) => `The ${secrets} is kept in any case: without it nothing can be refreshed.`,
  secretPerToken: (secrets: string, place: string) =>
    `The ${secrets} is kept ${place}: each new token takes it.`,
  typedPerToken: (place: string) => `What you typed is kept ${place}: each new token takes it.`,
  untilNoRefresh: (place: string) =>
    `The session is kept ${place}. When it can no longer be refreshed, only you can sign in again.`,
  untilEnd: (place: string) => `The session is kept ${place}. When it ends, only you can sign in again.`,
  whenNoRefresh: 'when this session can no longer be refreshed',
  beforeEnd: 'before each token dies',
  inMemory: 'in memory until you quit Lanyard, since there is no vault',
  underKeyring: 'in the vault, under the system keyring',
  underPassphrase: 'in the vault, under your passphrase',
} as const;
