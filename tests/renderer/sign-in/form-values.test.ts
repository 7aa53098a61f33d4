import { describe, expect, it } from 'vitest';
import type { Field } from '../../../electron/contract/server.ts';
import {
  differs,
  missingFields,
  shownValue,
  valuesToSend,
  visibleFields,
} from '../../../renderer/sign-in/form-values.ts';

function field(id: string, more: Partial<Field> = {}): Field {
  return { id, label: id, type: 'text', secret: false, optional: false, keep: 'always', ...more };
}

const username = field('username', { label: 'Username' });
const password = field('password', { label: 'Password', type: 'password', secret: true, keep: 'remembered' });
const otp = field('otp', { type: 'one-time-code', optional: true, onlyWhenAsked: true });
const workspace = field('workspace', { label: 'Workspace', optional: true, exactlyOneOf: 'where' });
const invite = field('invite', { label: 'Invite code', optional: true, exactlyOneOf: 'where' });

describe('shownValue', () => {
  it('prefers what was typed, even when that is nothing, to what is known or proposed', () => {
    const proposed = field('scope', { initial: 'read' });
    expect(shownValue(proposed, {})).toBe('read');
    expect(shownValue(proposed, {}, { scope: 'write' })).toBe('write');
    expect(shownValue(proposed, { scope: '' }, { scope: 'write' })).toBe('');
  });

  it('takes the first choice of a list that has to be answered', () => {
    const options = [
      { value: 'json', label: 'JSON' },
      { value: 'form', label: 'Form' },
    ];
    expect(shownValue(field('format', { type: 'select', options }), {})).toBe('json');
    expect(shownValue(field('format', { type: 'select', options, optional: true }), {})).toBe('');
  });
});

describe('visibleFields', () => {
  it('hides a one-time password until it is asked for, and needs it from then on', () => {
    expect(visibleFields([username, otp], new Set())).toEqual([username]);
    expect(visibleFields([username, otp], new Set(['otp']))).toEqual([username, { ...otp, optional: false }]);
  });
});

describe('differs', () => {
  const scope = field('scope', { initial: 'read' });

  it('tells a value of its own from the one a field begins with', () => {
    expect(differs(scope, { scope: 'read' })).toBe(false);
    expect(differs(scope, { scope: 'write' })).toBe(true);
    expect(differs(scope, { scope: '' })).toBe(true);
    expect(differs(username, {})).toBe(false);
  });

  it('counts a secret that the vault keeps, but nothing that was only proposed', () => {
    expect(differs(password, {}, new Set(['password']))).toBe(true);
    expect(differs(scope, { scope: 'write' }, new Set(), { scope: 'write' })).toBe(false);
    expect(differs(scope, { scope: 'admin' }, new Set(), { scope: 'write' })).toBe(true);
  });
});

describe('missingFields', () => {
  it('finds nothing missing in a filled form', () => {
    expect(missingFields([username, password], { username: 'admin', password: ' ' })).toEqual({});
  });

  it('takes spaces for a password but not for a name', () => {
    expect(missingFields([username, password], { username: '  ', password: '  ' })).toEqual({
      username: 'Username is missing.',
    });
  });

  it('lets a secret be empty that the vault keeps', () => {
    expect(missingFields([password], {}, new Set(['password']))).toEqual({});
    expect(missingFields([username], {}, new Set(['username']))).toHaveProperty('username');
  });

  it('wants exactly one of fields that exclude each other', () => {
    expect(missingFields([workspace, invite], {})).toEqual({
      workspace: 'Fill in either workspace or invite code.',
    });
    expect(missingFields([workspace, invite], { invite: 'x' })).toEqual({});
    expect(missingFields([workspace, invite], { workspace: 'a', invite: 'x' })).toEqual({
      invite: 'Fill in either workspace or invite code, not both.',
    });
  });
});

describe('valuesToSend', () => {
  it('leaves out what is empty and what is no field of the form', () => {
    expect(valuesToSend([username, otp], { username: 'admin', otp: '', other: 'x' })).toEqual({
      username: 'admin',
    });
  });

  it('never touches a password', () => {
    expect(valuesToSend([password], { password: ' with spaces ' })).toEqual({ password: ' with spaces ' });
  });

  it('takes line ends off a pasted token and spaces out of a code', () => {
    const token = field('token', { type: 'multiline', secret: true });
    expect(valuesToSend([token, otp], { token: ' eyJ.a.b\n', otp: '123 456' })).toEqual({
      token: 'eyJ.a.b',
      otp: '123456',
    });
  });
});
