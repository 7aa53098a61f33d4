import { fileURLToPath } from 'node:url';
import { type RealServer, spawnServer } from './spawn-server.ts';

/** Lifetimes are in seconds. */
export interface RealOidcOptions {
  readonly port?: number;
  readonly accessTtl?: number;
  readonly refreshTtl?: number;
  /** A whole sign-in: no refresh reaches beyond it. */
  readonly grantTtl?: number;
  readonly codeTtl?: number;
  readonly deviceTtl?: number;
  /** How long an expired token is still accepted. */
  readonly leeway?: number;
  /** `by-client`: the library's own rule, which keeps the refresh token of a confidential client. */
  readonly rotate?: 'always' | 'never' | 'by-client';
  /** Whether DPoP proofs must carry a nonce of the server. */
  readonly dpopNonce?: boolean;
}

/** Starts a real OpenID provider; any user name and password are right there, and a restart ends every session. */
export async function startRealOidc(options: RealOidcOptions = {}): Promise<RealServer> {
  const settings: Required<RealOidcOptions> = {
    port: 0,
    accessTtl: 3600,
    refreshTtl: 86_400,
    grantTtl: 14 * 86_400,
    codeTtl: 60,
    deviceTtl: 600,
    leeway: 0,
    rotate: 'always',
    dpopNonce: false,
    ...options,
  };
  const script = fileURLToPath(new URL('oidc-server.ts', import.meta.url));
  return spawnServer(process.execPath, ['--import', 'tsx', script, JSON.stringify(settings)]);
}
