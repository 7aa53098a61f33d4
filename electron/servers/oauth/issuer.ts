import type { ServerKind } from '../../contract/server-kind.ts';
import { fillTemplate } from '../fill-template.ts';
import type { Server } from '../server.ts';
import { settingValues } from '../template.ts';

/** The name that ID tokens and the answers of a browser have to carry. */
export function issuerOf(kind: ServerKind, server: Server): string {
  const named = kind.issuer && fillTemplate(kind.issuer.name, settingValues(kind, server.settings));
  return named ?? server.address;
}

/** True where an answer of a browser that names no issuer is none of this server's. @see RFC 9207 §2.4 */
export function isIssuerNamed(kind: ServerKind, server: Server): boolean {
  const { isNamed } = kind.issuer ?? {};
  return isNamed !== undefined && fillTemplate(isNamed, settingValues(kind, server.settings)) === 'yes';
}
