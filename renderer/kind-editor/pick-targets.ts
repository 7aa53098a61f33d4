import type { ServerKind } from '../../electron/contract/server-kind.ts';
import type { TriedCall } from '../../electron/contract/try-out.ts';
import { words } from '../words/words.ts';
import type { KindForm } from './kind-form.ts';

const said = words.kindAnswer;

/** Something that a place in an answer can be used for. */
export interface PickTarget {
  readonly label: string;
  readonly apply: (form: KindForm, source: string) => KindForm;
}

const grantTargets: readonly (readonly [name: keyof ServerKind['grant'], label: string])[] = [
  ['accessToken', said.accessToken],
  ['refreshToken', said.refreshToken],
  ['expiresIn', said.lives],
  ['expiresAt', said.ends],
  ['refreshExpiresIn', said.refreshLives],
  ['refreshExpiresAt', said.refreshEnds],
  ['scope', said.scope],
  ['tokenType', said.tokenType],
  ['idToken', said.idToken],
];

const ownWords: PickTarget = {
  label: said.ownWords,
  apply: (form, path) => ({ ...form, errors: { ...form.errors, text: first(path, form.errors.text) } }),
};

const identityTargets: readonly PickTarget[] = [
  {
    label: said.namesUser,
    apply: (form, path) =>
      form.identity ? { ...form, identity: { ...form.identity, who: first(path, form.identity.who) } } : form,
  },
  {
    label: said.shownBeside,
    apply: (form, path) =>
      form.identity
        ? {
            ...form,
            identity: {
              ...form.identity,
              details: [...form.identity.details, { label: labelOf(path), path }],
            },
          }
        : form,
  },
  {
    label: said.onlyForGood,
    apply: (form, path) =>
      form.identity
        ? { ...form, identity: { ...form.identity, proof: { ...form.identity.proof, path } } }
        : form,
  },
];

const checkTargets: readonly PickTarget[] = [
  {
    label: said.saysIfAlive,
    apply: (form, path) =>
      form.check ? { ...form, check: { ...form.check, alive: { ...form.check.alive, path } } } : form,
  },
  {
    label: said.ends,
    apply: (form, path) => (form.check ? { ...form, check: { ...form.check, expiresAt: path } } : form),
  },
];

/** What a place in the answer to a call can be used for. */
export function pickTargets(call: TriedCall, isSuccess: boolean): readonly PickTarget[] {
  if (!isSuccess) return [ownWords];
  if (call === 'login') return grantTargets.map(([name, label]) => ({ label, apply: intoGrant(name) }));
  if (call === 'refresh') return grantTargets.map(([name, label]) => ({ label, apply: intoRefresh(name) }));
  if (call === 'identity') return identityTargets;
  return call === 'check' ? checkTargets : [];
}

/** What can be read from a header: a description looks there for tokens alone. */
export function headerTargets(call: TriedCall, isSuccess: boolean): readonly PickTarget[] {
  return isSuccess && (call === 'login' || call === 'refresh') ? pickTargets(call, true) : [];
}

/** What a place is used for already: to pick it for that would change nothing. */
export function usesOf(form: KindForm, targets: readonly PickTarget[], source: string): readonly string[] {
  const before = JSON.stringify(form);
  return targets
    .filter(({ apply }) => JSON.stringify(apply(form, source)) === before)
    .map(({ label }) => label);
}

function intoGrant(name: keyof ServerKind['grant']): PickTarget['apply'] {
  return (form, source) => ({ ...form, grant: { ...form.grant, [name]: source } });
}

/** Where the answer to a refresh is laid out as that to a login, there is but one place for both. */
function intoRefresh(name: keyof ServerKind['grant']): PickTarget['apply'] {
  return (form, source) => {
    const { refresh, grant } = form;
    if (!refresh || (refresh.grant === undefined && grant[name] === undefined))
      return intoGrant(name)(form, source);
    if (refresh.grant === undefined && grant[name] === source) return form;
    return { ...form, refresh: { ...refresh, grant: { ...refresh.grant, [name]: source } } };
  };
}

function first(path: string, others: readonly string[]): string[] {
  return [path, ...others.filter((other) => other !== path)];
}

/** `data.first_name` is called `First name`. */
function labelOf(path: string): string {
  const words = (path.split('.').at(-1) ?? path).replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
