import { describe, expect, it } from 'vitest';
import { djangoOauthToolkit } from '../../../electron/servers/kinds/django-oauth-toolkit.ts';
import { formOf } from '../../../renderer/kind-editor/kind-form.ts';
import { nameFor, namesIn, namesInPath } from '../../../renderer/kind-editor/placeholder-names.ts';

const form = formOf(djangoOauthToolkit);
const names = (place: Parameters<typeof namesIn>[1]) => namesIn(form, place).map(({ name }) => name);

describe('what can be put between braces', () => {
  it('is a setting in a path, the login’s own fields in a login, and tokens later', () => {
    expect(namesInPath(form).map(({ name }) => name)).toContain('tokenPath');
    expect(names({ login: 0 })).toEqual(expect.arrayContaining(['username', 'password', 'tokenPath']));
    expect(names({ login: 0 })).not.toContain('accessToken');
    expect(names('later')).toEqual(expect.arrayContaining(['accessToken', 'refreshToken', 'clientId']));
    expect(new Set(names('later')).size).toBe(names('later').length);
  });

  it('is named after its label, as nothing else is', () => {
    expect(nameFor('Tenant key', [])).toBe('tenantKey');
    expect(nameFor('E-mail', [])).toBe('eMail');
    expect(nameFor('Größe', [])).toBe('groE');
    expect(nameFor('2nd factor', [])).toBe('ndFactor');
    expect(nameFor('مستخدم', [])).toBe('field');
    expect(nameFor('User', ['user', 'user2'])).toBe('user3');
  });
});
