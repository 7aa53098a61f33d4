import type { ImportResult } from '../../electron/contract/import-result.ts';
import { listed } from '../state/listed.ts';

/** More addresses than these nobody reads in a message that goes away. */
const mostNamed = 3;

/** What an import came to, in a sentence or two. */
export function importWords({ servers, added, replaced, kept, otherOrigins }: ImportResult): string {
  const parts = [
    servers > 0 ? `${counted(servers, 'server')} added` : '',
    added > 0 ? `${counted(added, 'profile')} added` : '',
    replaced > 0 ? `${counted(replaced, 'profile')} replaced by a newer one` : '',
    kept > 0 ? `${counted(kept, 'profile')} left as ${kept === 1 ? 'it is' : 'they are'} here` : '',
  ].filter(Boolean);
  if (parts.length === 0) return 'There was nothing in it.';
  const elsewhere =
    otherOrigins.length > 0
      ? ` What you sign in with there may also be sent to ${listed(otherOrigins, mostNamed)}.`
      : '';
  return `${parts.join(', ')}.${elsewhere}`;
}

/** How much was written into a file. */
export function exportWords({
  servers,
  profiles,
}: {
  readonly servers: number;
  readonly profiles: number;
}): string {
  return `${counted(servers, 'server')} and ${counted(profiles, 'profile')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
