import { z } from 'zod';
import { resolvePath } from '../servers/call-url.ts';
import type { Server } from '../servers/server.ts';

/** Where a profile's secrets may go: the kind and the origins they were given for. */
export const bindingSchema = z.object({ kindId: z.string(), origins: z.array(z.string()).readonly() });
export type Binding = z.infer<typeof bindingSchema>;

export function bindingOf(server: Server): Binding {
  return { kindId: server.kindId, origins: originsOf(server) };
}

/**
 * True when the server leads to no other place than the one the secrets were given for. A changed scheme, host, port or kind leads
 * elsewhere, also one that hides in a setting such as a token URL or that the description of the kind names; a changed path does not.
 */
export function isBoundTo(binding: Binding, server: Server): boolean {
  return (
    binding.kindId === server.kindId && originsOf(server).every((origin) => binding.origins.includes(origin))
  );
}

/** Where a server leads besides its own address: secrets that are typed for it may go there. */
export function otherOrigins(server: Server): string[] {
  const own = new URL(server.address).origin;
  return originsOf(server).filter((origin) => origin !== own && /^https?:/.test(origin));
}

/** Asked for every session at every change of any; a server that is changed is another object. */
const known = new WeakMap<Server, readonly string[]>();

function originsOf(server: Server): readonly string[] {
  const origins = known.get(server) ?? readOrigins(server);
  known.set(server, origins);
  return origins;
}

function readOrigins(server: Server): readonly string[] {
  const origins = new Set<string>(server.furtherOrigins ?? []);
  for (const path of ['/', ...Object.values(server.settings)]) {
    const url = resolvePath(server.address, path);
    if (url) origins.add(url.origin);
  }
  return [...origins];
}
