import type { ImportResult } from '../../electron/contract/import-result.ts';
import { listed } from '../state/listed.ts';
import { words } from '../words/words.ts';

const said = words.vaultDialogs;

/** More addresses than these nobody reads in a message that goes away. */
const mostNamed = 3;

/** What an import came to, in a sentence or two. */
export function importWords({ servers, added, replaced, kept, otherOrigins }: ImportResult): string {
  const parts = [
    ...(servers > 0 ? [said.importedServers(servers)] : []),
    ...(added > 0 ? [said.importedProfiles(added)] : []),
    ...(replaced > 0 ? [said.replacedProfiles(replaced)] : []),
    ...(kept > 0 ? [said.keptProfiles(kept)] : []),
  ];
  if (parts.length === 0) return said.nothingImported;
  const imported = said.imported(parts);
  return otherOrigins.length === 0 ? imported : said.alsoSentTo(imported, listed(otherOrigins, mostNamed));
}

/** How much was written into a file. */
export function exportWords({
  servers,
  profiles,
}: {
  readonly servers: number;
  readonly profiles: number;
}): string {
  return said.exported(servers, profiles);
}
