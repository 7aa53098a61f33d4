import { hasSecretInQuery, isSecretGiven, isSecretName, jwt } from './kind-secrets.ts';
import type { RequestDraft } from './request-draft.ts';

/** What says that there is no value. */
const nothing = String.raw`(?:""|''|null\b|true\b|false\b|~)`;

/** Names that a body gives a value to, whatever it is: as JSON, as XML, as a line of YAML, and as a part of a form. */
const givenNames: readonly RegExp[] = [
  new RegExp(String.raw`"((?:[^"\\]|\\.)+)"\s*:\s*(?!\s|${nothing})`, 'g'),
  /<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?(?<!\/)>(?!\s*<\/)/g,
  /[\s:]([\w.-]+)\s*=\s*["'](?!["'])/g,
  new RegExp(String.raw`^[ \t-]*'?([\w.-]+)'?[ \t]*:(?=\s*(?!\s|${nothing}).)`, 'gm'),
  /\bname\s*=\s*["']([^"'<>]+)["']/g,
];
/** Several at once; a number of them, as in `max_tokens`, is no secret. */
const listMember = /"((?:[^"\\]|\\.)+)s"\s*:\s*(?:\[(?!\s*\])|\{(?!\s*\})|"(?!"))/g;

/** True where something in a request is or could be a secret: it stays here when servers are shared. */
export function draftHoldsSecret({ path, headers, body }: RequestDraft): boolean {
  return (
    hasSecretInQuery(path) ||
    headers.some(({ name }) => isSecretName(name)) ||
    [path, body, ...headers.map(({ value }) => value)].some((text) => jwt.test(text)) ||
    [...givenNames, listMember].some((names) =>
      [...body.matchAll(names)].some(([, name = '']) => isSecretName(name)),
    ) ||
    body.split(/[&\r\n]/).some(isSecretGiven)
  );
}
