/** What was typed into the search box: plain words, and terms such as `tag:ops`. */
export interface SearchQuery {
  readonly words: string;
  readonly terms: readonly SearchTerm[];
}

export interface SearchTerm {
  readonly name: 'tag' | 'env' | 'state' | 'is' | 'server';
  /** In lower case; never empty. */
  readonly value: string;
}

/** Between quotes a quote is written `\\"`. */
const term = /(?:^|\s)(tag|env|state|is|server):(?:"((?:\\"|[^"])*)"?|(\S*))/gi;

/** Takes the terms out of what was typed. One that is only begun, such as `tag:`, narrows nothing yet. */
export function readQuery(query: string): SearchQuery {
  const terms = [...query.matchAll(term)].flatMap(([, name = '', quoted, bare]): SearchTerm[] => {
    const value = (quoted?.replaceAll('\\"', '"') ?? bare ?? '').trim().toLowerCase();
    return value === '' ? [] : [{ name: name.toLowerCase() as SearchTerm['name'], value }];
  });
  return { words: query.replace(term, ' ').trim(), terms };
}
