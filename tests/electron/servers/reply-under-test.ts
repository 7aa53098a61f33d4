import type { Purpose, ServerKind } from '../../../electron/contract/server-kind.ts';
import type { HttpReply } from '../../../electron/ports.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { refusalOf } from '../../../electron/servers/refusal.ts';
import { readReply } from '../../../electron/servers/reply.ts';

export const receivedAt = Date.UTC(2026, 0, 1, 12);
export const json = { 'content-type': 'application/json' };
export const html = { 'content-type': 'text/html; charset=utf-8' };

/** A reply as it came from the network, JSON unless its headers say otherwise. */
export const reply = (status: number, body = '', headers: HttpReply['headers'] = json): HttpReply => ({
  status,
  body,
  headers,
  sentAt: receivedAt - 10,
  receivedAt,
});

/** The kind of that id, of those that Lanyard knows. */
export function kindNamed(id: string): ServerKind {
  const kind = kinds.find((one) => one.id === id);
  if (!kind) throw new Error(`No kind ${id}.`);
  return kind;
}

export const toolkit = kindNamed('django-oauth-toolkit');

/** What the reply says is wrong, read as the call of that purpose would; null where nothing is. */
export const problem = (
  kind: ServerKind,
  purpose: Purpose,
  raw: HttpReply,
  secrets: readonly string[] = [],
) => refusalOf(kind, purpose, readReply(raw), secrets);
