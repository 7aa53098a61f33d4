import type { ImportResult } from '../../electron/contract/ipc.ts';

/** What an import came to, in a sentence or two. */
export function importWords({ servers, added, replaced, kept }: ImportResult): string {
  const parts = [
    servers > 0 ? `${counted(servers, 'server')} added` : '',
    added > 0 ? `${counted(added, 'profile')} added` : '',
    replaced > 0 ? `${counted(replaced, 'profile')} replaced by a newer one` : '',
    kept > 0 ? `${counted(kept, 'profile')} left as ${kept === 1 ? 'it is' : 'they are'} here` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'There was nothing in it.' : `${parts.join(', ')}.`;
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
