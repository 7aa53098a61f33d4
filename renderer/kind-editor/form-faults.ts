import { kindFaults } from '../../electron/contract/own-kind.ts';
import { words } from '../words/words.ts';
import { type KindForm, kindOf, type RequestForm } from './kind-form.ts';
import { type Pair, repeatedNames } from './typed-values.ts';

const said = words.kindEditor;

/** What is wrong, as sentences by the path of the part they belong to, such as `logins.0.request.path`. */
export type Faults = Readonly<Record<string, string>>;

/** What an empty part is told. */
const needed = said.needed;

/** Everything that keeps a description from being saved. */
export function faultsIn(form: KindForm): Faults {
  const faults: Record<string, string> = { ...kindFaults(kindOf(form)), ...repetitions(form) };
  for (const path of unnamed(form)) faults[path] = needed;
  return Object.fromEntries(Object.entries(faults).map(([path, words]) => [path, `${words}.`]));
}

/** Leaves out what only says that something is still to be typed. */
export function withoutGaps(faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== `${needed}.`));
}

/** What is wrong with a part, or else with anything in it. */
export function faultWithin(faults: Faults, at: string): string | undefined {
  return faults[at] ?? Object.entries(faults).find(([path]) => path.startsWith(`${at}.`))?.[1];
}

/** Parts that the form has no place for. */
const unshown =
  /^(?:icon|derived|probe|learns|staleLogin|slowFailureMs|logins\.\d+\.(?:id|canRepeat|flow|authorize|expectClaim)|check\.unknownToken|errors\.(?:list|fields)|notes\.(?:check|slowFailure)|refusals\.\d+\.on|.+\.(?:dpop|moreHeaders|body\.more|body\.lists))(?:\.|$)/;

/** True where something is wrong that only the data can show. */
export function hasUnshown(faults: Faults): boolean {
  return Object.keys(faults).some((path) => unshown.test(path));
}

/** Fields whose name in braces is still to be typed. */
function unnamed({ settings, logins, register }: KindForm): readonly string[] {
  const lists = [
    ['settings', settings] as const,
    ...logins.map(({ fields }, index) => [`logins.${index}.fields`, fields] as const),
    ['register.fields', register?.fields ?? []] as const,
  ];
  return lists.flatMap(([at, fields]) =>
    fields.flatMap(({ id }, index) => (id === '' ? [`${at}.${index}.id`] : [])),
  );
}

/** What is wrong with a row; one in which nothing is typed yet is no part of the description. */
export function pairFault(faults: Faults, at: string, { name, value }: Pair): string | undefined {
  return name === '' && value === '' ? undefined : faults[`${at}.${name}`];
}

/** Two rows with one name: the description could hold but one of them. */
function repetitions(form: KindForm): Faults {
  const found = requestsIn(form).flatMap(([at, { headers = [], body }]) => [
    ...repeatedNames(headers).map((name) => `${at}.headers.${name}`),
    ...repeatedNames(body?.fields ?? []).map((name) => `${at}.body.fields.${name}`),
  ]);
  return Object.fromEntries(found.map((path) => [path, said.twice]));
}

/** Every request that a description has, with where it stands. */
export function requestsIn(form: KindForm): readonly (readonly [at: string, request: RequestForm])[] {
  const logins = form.logins.flatMap((login, index) =>
    'request' in login ? [[`logins.${index}.request`, login.request] as const] : [],
  );
  const calls = (['refresh', 'identity', 'check', 'end', 'register'] as const).flatMap((call) => {
    const part = form[call];
    return part ? [[`${call}.request`, part.request] as const] : [];
  });
  return [...logins, ...calls];
}
