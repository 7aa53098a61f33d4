import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { words } from '../words/words.ts';
import { requestsIn } from './form-faults.ts';
import type { KindForm } from './kind-form.ts';

const said = words.kindEditor.kept;

type Part = readonly [isThere: (form: KindForm) => boolean, words: string];

const some = (part: object | undefined): boolean => part !== undefined && Object.keys(part).length > 0;

const parts: readonly Part[] = [
  [({ probe }) => some(probe.steps) || some(probe.endpoints), said.probe],
  [({ logins }) => logins.some((login) => 'flow' in login), said.flow],
  [({ logins }) => logins.some((login) => 'paste' in login && login.expectClaim), said.pasted],
  [({ derived }) => some(derived), said.derived],
  [({ learns }) => some(learns), said.learns],
  [({ staleLogin }) => some(staleLogin), said.staleLogin],
  [({ slowFailureMs }) => slowFailureMs !== undefined, said.slowFailure],
  [({ errors }) => some(errors.list) || some(errors.fields), said.errorList],
  [({ check }) => some(check?.unknownToken), said.unknownToken],
  [hasRareRequest, said.rareRequest],
  [hasRareField, said.rareField],
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
