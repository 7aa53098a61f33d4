import { inARow } from '../locale.ts';
import { units } from './units.ts';

/** No headline names more than these. */
const mostNamed = 6;

function listed(parts: readonly string[]): string {
  const left = parts.length - mostNamed;
  return inARow(left > 0 ? [...parts.slice(0, mostNamed), units.more(left)] : parts);
}

/** Two tokens that stand side by side. */
const beside = {
  first: 'A',
  second: 'B',
  lost: (parts: readonly string[]) => `Only A has the scope ${listed(parts)}`,
  gained: (parts: readonly string[]) => `Only B has the scope ${listed(parts)}`,
  longer: (first: string, second: string) => `B lives longer: ${second}, and A ${first}`,
  shorter: (first: string, second: string) => `A lives longer: ${first}, and B ${second}`,
  firstUnread: 'What stands in A cannot be read, so their claims cannot be compared.',
  secondUnread: 'What stands in B cannot be read, so their claims cannot be compared.',
  firstScopeUnknown: 'The scope of A is not known.',
  secondScopeUnknown: 'The scope of B is not known.',
  firstLifeUnknown: 'How long A lives is not known.',
  secondLifeUnknown: 'How long B lives is not known.',
} as const;

/** The tokens of one session, before and after others took their place. */
const inTime = {
  first: 'Before',
  second: 'Now',
  lost: (parts: readonly string[]) => `Scope shrank: lost ${listed(parts)}`,
  gained: (parts: readonly string[]) => `Scope grew: gained ${listed(parts)}`,
  longer: (first: string, second: string) => `Lives longer: ${second}, before ${first}`,
  shorter: (first: string, second: string) => `Lives shorter: ${second}, before ${first}`,
  firstUnread: 'What stood in it before could not be read, so the claims cannot be compared.',
  secondUnread: 'What stands in it now cannot be read, so the claims cannot be compared.',
  firstScopeUnknown: 'The scope it had before is not known.',
  secondScopeUnknown: 'The scope it has now is not known.',
  firstLifeUnknown: 'How long it lived before is not known.',
  secondLifeUnknown: 'How long it lives now is not known.',
} as const;

/** How two tokens differ. */
export const compare = {
  beside,
  inTime,
  title: 'Compare two tokens',
  titleBefore: { refresh: 'Before and after the refresh', 'sign-in': 'Before and after the sign-in' },
  with: 'Compare with…',
  withWords: ['diff', 'difference'],
  withBefore: {
    refresh: 'Compare with before the refresh',
    'sign-in': 'Compare with before the sign-in',
  },
  chooseTitle: (name: string) => `Compare ${name} with`,
  choose: 'Find a session to compare with',
  compare: 'Compare',
  noOther: 'No other session has a token to compare with.',
  another: 'Compare with another…',
  close: 'Close',
  noToken: 'There is no token in this session any more, so there is nothing to compare.',
  withToken: 'Compare with another token',
  withSession: 'Compare with a session…',
  secondToken: 'Second token',
  stop: 'Stop comparing',
  pasted: 'Pasted token',
  firstPasted: 'First token',
  secondPasted: 'Second token',
  at: (server: string) => `at ${server}`,
  received: (at: string, ago: string) => `Came at ${at}, ${ago} ago`,
  noEnd: 'Its end is not known',
  otherFormat: 'Another kind of token',
  others: {
    iss: 'Another issuer',
    sub: 'Another subject',
    aud: 'Another audience',
    client_id: 'Another client',
    azp: 'Another client',
    alg: 'Another algorithm',
    kid: 'Signed with another key',
    cnf: 'Bound to another key',
  },
  neither: (what: readonly string[]) =>
    what.length === 0
      ? 'Neither can be read, and nothing else is known of both: they cannot be compared.'
      : `Neither can be read: only their ${inARow(what)} can be compared.`,
  lives: 'lives',
  scopes: 'scopes',
  livesUnknown: 'How long either lives is not known.',
  partial: 'Not all that stands in them is shown, so not all of it could be compared.',
  same: 'What can be compared is the same.',
  onlyRoutine: 'Only what is new in every token differs.',
  differences: 'Differences',
  claim: 'Claim',
  kind: 'Kind',
  life: 'Life',
  scope: 'Scope',
  unknown: 'not known',
  header: 'header',
  routine: 'New in every token',
  missing: 'not in it',
  empty: 'empty',
  notCompared: 'not compared',
  rewritten: 'the same parts, written otherwise',
  lost: (part: string) => `− ${part}`,
  gained: (part: string) => `+ ${part}`,
  sameCount: (count: number) => (count === 1 ? '1 is the same' : `${count} are the same`),
  sameClaims: 'The same in both',
  sameHeader: 'The same in both headers',
  notVerified: 'Decoded, not verified. Signatures are not compared.',
  shrank: {
    refresh: (lost: readonly string[]) => `Scope shrank with the refresh: lost ${listed(lost)}`,
    'sign-in': (lost: readonly string[]) => `Scope shrank with the sign-in: lost ${listed(lost)}`,
  },
} as const;
