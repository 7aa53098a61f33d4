import { describe, expect, it } from 'vitest';
import { formOf, type KindForm } from '../../../renderer/kind-editor/kind-form.ts';
import { headerTargets, pickTargets, usesOf } from '../../../renderer/kind-editor/pick-targets.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';

const form = formOf(madeUpKind);

function picked(
  from: KindForm,
  call: Parameters<typeof pickTargets>[0],
  label: string,
  source: string,
): KindForm {
  const target = pickTargets(call, true).find((one) => one.label === label);
  if (!target) throw new Error(`nothing in the answer to ${call} is called ${label}`);
  return target.apply(from, source);
}

describe('what is picked from an answer', () => {
  it('says where the answer to a login holds a token', () => {
    expect(picked(form, 'login', 'Access token', 'data.token').grant.accessToken).toBe('data.token');
  });

  it('tells the answer to a refresh apart only where it is laid out in another way', () => {
    const { refresh } = form;
    if (!refresh) throw new Error('the made-up login has a refresh');
    const { grant: _, ...alike } = refresh;
    const same = { ...form, refresh: alike };
    expect(picked(same, 'refresh', 'Access token', 'session.tokens.access')).toBe(same);
    const differs = picked(same, 'refresh', 'Access token', 'renewed.accessKey');
    expect(differs.refresh?.grant).toEqual({ accessToken: 'renewed.accessKey' });
    expect(differs.grant).toEqual(form.grant);
    expect(picked(same, 'refresh', 'Scope', 'granted').grant.scope).toBe('granted');
  });

  it('names the user by what was picked last, and keeps the others behind it', () => {
    const next = picked(form, 'identity', 'Names the user', 'person.name');
    expect(next.identity?.who).toEqual(['person.name', 'person.mail']);
    expect(picked(next, 'identity', 'Names the user', 'person.mail').identity?.who).toEqual([
      'person.mail',
      'person.name',
    ]);
  });

  it('labels a detail after its place', () => {
    const next = picked(form, 'identity', 'Shown beside it', 'person.first_name');
    expect(next.identity?.details.at(-1)).toEqual({ label: 'First name', path: 'person.first_name' });
  });

  it('takes from a refusal where the server says why, and from headers tokens alone', () => {
    const [words] = pickTargets('login', false);
    expect(words?.apply(form, 'error.reason').errors.text).toEqual(['error.reason', 'problem.title']);
    expect(headerTargets('login', false)).toEqual([]);
    expect(headerTargets('identity', true)).toEqual([]);
    expect(headerTargets('refresh', true)).not.toEqual([]);
  });

  it('is told from what is not used yet', () => {
    const inLogin = pickTargets('login', true);
    expect(usesOf(form, inLogin, 'session.tokens.access')).toEqual(['Access token']);
    expect(usesOf(form, inLogin, 'session.tokens')).toEqual([]);
    const inIdentity = pickTargets('identity', true);
    expect(usesOf(form, inIdentity, 'person.mail')).toContain('Names the user');
    expect(usesOf(form, inIdentity, 'person.age')).toEqual([]);
  });
});
