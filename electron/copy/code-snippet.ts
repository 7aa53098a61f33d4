import { type CodeLanguage, codeLiteral } from './code-literal.ts';
import { type Authorized, remarked } from './copied-request.ts';

interface Target {
  readonly language: CodeLanguage;
  /** The client's name in the library. */
  readonly client: 'fetch' | 'axios' | 'requests' | 'native';
  /** What stands behind the literal of the body, so that it is sent as it is. */
  readonly afterBody?: string;
}

const targets = {
  fetch: { language: 'javascript', client: 'fetch' },
  // axios would trim JSON, and write what is none as a JSON string.
  axios: { language: 'javascript', client: 'axios', afterBody: ',\n  transformRequest: (data) => data' },
  // Text that is no bytes is sent as Latin-1, and what is beyond that not at all.
  python: { language: 'python', client: 'requests', afterBody: '.encode("utf-8")' },
  go: { language: 'go', client: 'native' },
} as const satisfies Record<string, Target>;

let library: typeof import('@readme/httpsnippet') | null = null;

/** Loads the library where the format is a program, before anything secret is read for it. */
export async function loadSnippets(format: string): Promise<void> {
  if (format in targets) library ??= await import('@readme/httpsnippet');
}

/** No request leads there, and no text of a user stands in what the library is given. @see RFC 6761 §6.4 */
const standInUrl = 'https://lanyard.invalid/';

/**
 * A program that makes the request. The library knows how such a program is written in each language, but not how to quote for it: it
 * loses backslashes in JavaScript, writes JSON anew, takes addresses apart and puts them together otherwise. So it is given names in
 * place of every text, and the texts are put in as literals of our own.
 */
export function codeSnippet(format: keyof typeof targets, { request, token, scheme }: Authorized): string {
  if (library === null) throw new Error('The snippet library is not loaded.');
  const { HTTPSnippet } = library;
  const { language, client, afterBody = '' }: Target = targets[format];
  const headers = [{ name: 'Authorization', value: `${scheme} ${token}` }, ...(request.headers ?? [])];
  const literals = new Map([[standInUrl, codeLiteral(request.url, language)]]);
  const named = headers.map(({ name, value }, index) => {
    literals.set(`lanyard-header-${index}`, codeLiteral(value, language));
    return { name, value: `lanyard-header-${index}` };
  });
  if (request.body !== undefined) {
    literals.set('lanyard-body', `${codeLiteral(request.body, language)}${afterBody}`);
  }
  const snippet = new HTTPSnippet({
    method: request.method,
    url: standInUrl,
    headers: named,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    postData: { mimeType: 'text/plain', ...(request.body !== undefined && { text: 'lanyard-body' }) },
  });
  const [code] = [snippet.convert(language, client)].flat();
  if (typeof code !== 'string') throw new Error(`The snippet library knows no ${client}.`);
  const text = code.replace(
    /(['"])(https:\/\/lanyard\.invalid\/|lanyard-body|lanyard-header-\d+)\1/g,
    (whole, _quote, name: string) => literals.get(name) ?? whole,
  );
  return remarked(scheme, language === 'python' ? '#' : '//', text);
}
