import type { Field } from '../contract/server.ts';
import type { Server } from '../servers/server.ts';
import type { ProfileRecord } from './profile-record.ts';
import { isBoundTo } from './server-binding.ts';

/**
 * What was typed for a profile and may be seen: nothing that was a secret when it was typed, whatever another kind, or a changed one, says of
 * the same name by now.
 */
export function shownFields(
  { fields, secretFields, binding }: ProfileRecord,
  server: Server,
  form: readonly Field[],
): Record<string, string> {
  // A vault from before the secrets were written down leaves it to the kind, which speaks for nothing that was typed for another.
  if (secretFields === null && !isBoundTo(binding, server)) return {};
  const shown: Record<string, string> = {};
  for (const { id, secret } of form) {
    const value = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (value !== undefined && !secret && !secretFields?.includes(id)) shown[id] = value;
  }
  return shown;
}
