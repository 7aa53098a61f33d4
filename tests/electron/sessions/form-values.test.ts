import { describe, expect, it } from 'vitest';
import type { Filled } from '../../../electron/contract/asked-fields.ts';
import type { Field, LoginView } from '../../../electron/contract/server.ts';
import { canRepeat, completeValues } from '../../../electron/sessions/form-values.ts';

function field(id: string, more: Partial<Field> = {}): Field {
  return { id, label: id, type: 'text', secret: false, optional: false, keep: 'always', ...more };
}

const clientAuth = field('clientAuth', { initial: 'basic' });
const login: LoginView = {
  id: 'service',
  label: 'Service',
  canRepeat: true,
  fields: [
    field('clientId'),
    field('clientSecret', { secret: true, onlyWhen: { field: 'clientAuth', is: ['basic', 'body'] } }),
    field('clientKey', { secret: true, onlyWhen: { field: 'clientAuth', is: ['private_key_jwt'] } }),
  ],
};
const settings = (how?: string): Filled => ({
  fields: [clientAuth],
  values: how === undefined ? {} : { clientAuth: how },
});

describe('a field that is asked for under a condition', () => {
  it('is needed where the condition holds', () => {
    expect(() => completeValues(login.fields, { clientId: 'me' }, {}, settings())).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ field: 'clientSecret' }) }),
    );
    expect(() => completeValues(login.fields, { clientId: 'me' }, {}, settings('private_key_jwt'))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ field: 'clientKey' }) }),
    );
  });

  it('is neither needed nor sent where it does not, whether typed or kept', () => {
    const typed = { clientId: 'me', clientSecret: 'typed' };
    expect(completeValues(login.fields, typed, { clientKey: 'kept' }, settings('none'))).toEqual({
      clientId: 'me',
    });
  });

  it('is filled in from what is kept where the condition holds', () => {
    const kept = { clientSecret: 'kept', clientKey: 'kept too' };
    expect(completeValues(login.fields, { clientId: 'me' }, kept, settings('body'))).toEqual({
      clientId: 'me',
      clientSecret: 'kept',
    });
  });

  it('keeps a login from being repeated only while it is asked for', () => {
    expect(canRepeat(login, { clientId: 'me' }, settings('none'))).toBe(true);
    expect(canRepeat(login, { clientId: 'me' }, settings('basic'))).toBe(false);
    expect(canRepeat(login, { clientId: 'me', clientSecret: 'kept' }, settings('basic'))).toBe(true);
  });
});

describe('a value that belongs to no field', () => {
  it('is refused by its name', () => {
    expect(() => completeValues(login.fields, { clientId: 'me', other: 'x' }, {}, settings('none'))).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ field: 'other' }) }),
    );
  });
});
