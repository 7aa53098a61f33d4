import type { Problem } from '../../electron/contract/problem.ts';
import type { Field, KindView, LoginView, ServerView } from '../../electron/contract/server.ts';
import { hostOf } from '../state/address.ts';
import { eitherOf } from '../words/locale.ts';
import { words } from '../words/words.ts';

const text = words.signIn;

/** Tokens that the user already has are no question to the server, so it need not name this login. */
export const pasteLogin = 'paste';

/**
 * The logins to offer: of those whose addresses are filled in, what the server said it accepts, where it said so, and pasting in any
 * case.
 */
export function offeredLogins(
  { logins }: KindView,
  { acceptedLogins, possibleLogins }: ServerView,
): readonly LoginView[] {
  const possible = logins.filter(({ id }) => possibleLogins.includes(id));
  const accepted = possible.filter(({ id }) => id !== pasteLogin && acceptedLogins.includes(id));
  return accepted.length === 0
    ? possible
    : possible.filter((login) => login.id === pasteLogin || accepted.includes(login));
}

/** The field that a problem is shown at: the one it names, the secret that was refused, or the one-time password it asks for. */
export function problemField(problem: Problem | null, fields: readonly Field[]): string | null {
  if (problem === null) return null;
  const named = fields.find(({ id }) => id === problem.field);
  if (named) return named.id;
  if (problem.code !== 'one-time-password-needed') return refusedSecrets(problem, fields)[0] ?? null;
  return fields.find(({ type }) => type === 'one-time-code')?.id ?? null;
}

/** Ids of the secrets that a refusal puts in doubt. */
export function refusedSecrets(problem: Problem | null, fields: readonly Field[]): readonly string[] {
  const keep = problem === null ? undefined : keptAs[problem.code];
  return fields
    .filter((field) => field.secret && !field.onlyWhenAsked && field.keep === keep)
    .map(({ id }) => id);
}

/** Which secrets a refusal speaks of, by how the vault keeps them. */
const keptAs: Readonly<Partial<Record<Problem['code'], Field['keep']>>> = {
  'credentials-refused': 'remembered',
  'client-refused': 'always',
};

/** The secrets that are sent without the user, for the middle of a sentence; empty where there are none. */
export function rememberedWords({ fields }: LoginView): string {
  const kept = fields.filter(({ secret, keep }) => secret && keep === 'remembered');
  return eitherOf(kept.map(({ label }) => words.units.midSentence(label)));
}

/** True where the address or the kind may be wrong, and what was typed is not. */
export function isServersFault({ code }: Problem): boolean {
  return misplacedCodes.includes(code);
}

const misplacedCodes: readonly Problem['code'][] = [
  'not-found',
  'redirected',
  'reply-not-json',
  'reply-malformed',
  'reply-without-token',
];

/** What is sent to be let in, for the middle of a sentence: `username or password`. */
export function credentialWords({ fields }: LoginView): string {
  const personal = fields.filter(({ id, keep }) => id === 'username' || keep === 'remembered');
  const secrets = fields.filter(({ secret, onlyWhenAsked }) => secret && !onlyWhenAsked);
  const needed = fields.filter(({ optional }) => !optional);
  const shown = [personal, needed, secrets].find(({ length }) => length > 0) ?? [];
  return eitherOf(shown.map(({ label }) => words.units.midSentence(label)));
}

/** The button that begins a login, by where the user goes on from there. */
export function beginLabel({ elsewhere }: LoginView): string {
  if (elsewhere === 'browser') return text.openBrowser;
  return elsewhere === 'device' ? text.getCode : text.signIn;
}

/** The server's host and what is known of it: `core.example.net:8080, version 16.16.0`. */
export function serverFacts(server: ServerView): string {
  return [hostOf(server.address), ...server.facts].join(', ');
}
