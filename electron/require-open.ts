import { Failure } from './failure.ts';
import type { Vault } from './vault/vault.ts';

/** Sessions live in an open vault, or in memory; without either, whoever asks is told so by a `Failure` with `vault-locked`. */
export function requireOpen(vault: Pick<Vault, 'state'>): void {
  const { status } = vault.state();
  if (status !== 'open' && status !== 'memory') throw new Failure('vault-locked');
}
