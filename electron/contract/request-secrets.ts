import { hasSecretInQuery, isSecretGiven, isSecretName, jwt } from './kind-secrets.ts';
import type { RequestDraft } from './request-draft.ts';

/** A member of JSON that holds a text. */
const textMember = /"((?:[^"\\]|\\.)+)"\s*:\s*"(?!")/g;

/** True where something in a request is or could be a secret: it stays here when servers are shared. */
export function draftHoldsSecret({ path, headers, body }: RequestDraft): boolean {
  return (
    hasSecretInQuery(path) ||
    headers.some(({ name }) => isSecretName(name)) ||
    [path, body, ...headers.map(({ value }) => value)].some((text) => jwt.test(text)) ||
    [...body.matchAll(textMember)].some(([, name = '']) => isSecretName(name)) ||
    body.split('&').some(isSecretGiven)
  );
}
