import { describe, expect, it } from 'vitest';
import { blankKind } from '../../../electron/contract/own-kind.ts';
import {
  faultsIn,
  faultWithin,
  hasUnshown,
  pairFault,
  withoutGaps,
} from '../../../renderer/kind-editor/form-faults.ts';
import { formOf, type KindForm } from '../../../renderer/kind-editor/kind-form.ts';
import { withCall } from '../../../renderer/kind-editor/optional-calls.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';

const madeUp = formOf(madeUpKind);

function withFields(form: KindForm, names: readonly string[]): KindForm {
  const [login] = form.logins;
  if (!login || !('request' in login)) throw new Error('the first login has a request');
  const body = { as: 'json', fields: names.map((name) => ({ name, value: '{username}' })) };
  return { ...form, logins: [{ ...login, request: { ...login.request, body } }] };
}

describe('faultsIn', () => {
  it('finds nothing wrong with a description that is right', () => {
    expect(faultsIn(madeUp)).toEqual({});
  });

  it('says of an empty description only what is still to be typed', () => {
    expect(faultsIn(formOf(blankKind))).toEqual({ label: 'Needed.' });
    expect(withoutGaps(faultsIn(formOf(blankKind)))).toEqual({});
  });

  it('finds two rows with one name, of which the data could hold but one', () => {
    const faults = faultsIn(withFields(madeUp, ['user', 'pass', 'user']));
    expect(faults).toEqual({ 'logins.0.request.body.fields.user': 'Stands here twice.' });
    const at = 'logins.0.request.body.fields';
    expect(pairFault(faults, at, { name: 'user', value: '' })).toBe('Stands here twice.');
    expect(pairFault(faults, at, { name: '', value: '' })).toBeUndefined();
  });

  it('takes a field without a name for one that is still to be typed', () => {
    const field = {
      id: '',
      label: '',
      type: 'text',
      secret: false,
      optional: false,
      keep: 'always',
    } as const;
    const faults = faultsIn({ ...madeUp, settings: [field] });
    expect(faults['settings.0.id']).toBe('Needed.');
    expect(faultWithin(faults, 'settings')).toBe('Needed.');
    expect(withoutGaps(faults)).toEqual({});
  });

  it.each(['refresh', 'identity', 'check', 'end'] as const)('is content with a %s as it begins', (call) => {
    expect(faultsIn(withCall({ ...formOf(blankKind), label: 'New' }, call))).toEqual({});
  });

  it('tells what only the data can show from what stands in the form', () => {
    const probe = {
      endpoints: [],
      steps: [{ request: { method: 'GET' as const, path: 'https://x' }, match: [] }],
    };
    expect(hasUnshown(faultsIn({ ...madeUp, probe }))).toBe(true);
    expect(hasUnshown(faultsIn({ ...madeUp, label: '', origins: ['x'], settings: [] }))).toBe(false);
  });
});
