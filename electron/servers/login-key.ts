import type { RequestTemplate } from '../contract/request-template.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { fillTemplate } from './fill-template.ts';
import { createProofKey } from './key-proof.ts';
import type { Grant, Server } from './server.ts';
import { settingValues } from './template.ts';

/** A new key for a login whose tokens are to be bound to one, null for any other. */
export async function createLoginKey(
  kind: ServerKind,
  { dpop = '' }: RequestTemplate,
  server: Server,
): Promise<string | null> {
  return fillTemplate(dpop, settingValues(kind, server.settings)) === 'on' ? createProofKey() : null;
}

/** The key without which the access token is worth nothing; null for one that needs none. @see RFC 9449 §7.1 */
export function boundKey({ key, tokenType }: Pick<Grant, 'key' | 'tokenType'>): string | null {
  return isKeyBound(tokenType) ? key : null;
}

/** True for the type of a token that is bound to a key. @see RFC 9449 §5 */
export function isKeyBound(tokenType: string): boolean {
  return tokenType.toLowerCase() === 'dpop';
}
