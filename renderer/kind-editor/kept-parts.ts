import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { requestsIn } from './form-faults.ts';
import type { KindForm } from './kind-form.ts';

type Part = readonly [isThere: (form: KindForm) => boolean, words: string];

const some = (part: object | undefined): boolean => part !== undefined && Object.keys(part).length > 0;

const parts: readonly Part[] = [
  [
    ({ probe }) => some(probe.steps) || some(probe.endpoints),
    'how a server of this kind is recognised by its address',
  ],
  [
    ({ logins }) => logins.some((login) => 'flow' in login),
    'how a sign-in in the browser or on another device begins',
  ],
  [
    ({ logins }) => logins.some((login) => 'paste' in login && login.expectClaim),
    'how pasted tokens are told apart',
  ],
  [({ derived }) => some(derived), 'values that follow from a setting'],
  [({ learns }) => some(learns), 'a setting that corrects itself'],
  [({ staleLogin }) => some(staleLogin), 'what is done where a login gives a dead token'],
  [({ slowFailureMs }) => slowFailureMs !== undefined, 'how long a wrong sign-in takes'],
  [({ errors }) => some(errors.list) || some(errors.fields), 'how the server lists what it refuses'],
  [({ check }) => some(check?.unknownToken), 'how the server says that it never issued a token'],
  [hasRareRequest, 'rare parts of requests'],
  [hasRareField, 'when a field is asked for'],
];

/** What a description holds that the form has no place for, and that stays as it is. */
export function keptParts(form: KindForm): readonly string[] {
  return parts.filter(([isThere]) => isThere(form)).map(([, words]) => words);
}

function hasRareRequest(form: KindForm): boolean {
  return requestsIn(form).some(
    ([, { dpop, moreHeaders, body }]) => (dpop ?? moreHeaders ?? body?.more ?? body?.lists) !== undefined,
  );
}

function hasRareField({ logins, settings, register }: KindForm): boolean {
  const fields: readonly ServerKind['settings'][number][] = [
    ...settings,
    ...logins.flatMap((login) => login.fields),
    ...(register?.fields ?? []),
  ];
  return fields.some(({ onlyWhen, onlyWhenAsked, exactlyOneOf, advanced }) =>
    [onlyWhen, onlyWhenAsked, exactlyOneOf, advanced].some((part) => part !== undefined),
  );
}
