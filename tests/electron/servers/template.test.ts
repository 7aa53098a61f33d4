import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../../../electron/contract/request-template.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { Failure } from '../../../electron/failure.ts';
import { callUrl } from '../../../electron/servers/call-url.ts';
import { fillTemplate } from '../../../electron/servers/fill-template.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { readServerAddress } from '../../../electron/servers/server-address.ts';
import { buildRequest, hasCall } from '../../../electron/servers/template.ts';

function kindNamed(id: string): ServerKind {
  const kind = kinds.find((one) => one.id === id);
  if (!kind) throw new Error(`No kind ${id}.`);
  return kind;
}

const zebbra = kindNamed('zebbra');
const toolkit = kindNamed('django-oauth-toolkit');
const oauth2 = kindNamed('oauth2');

const serverOf = (
  kind: ServerKind,
  settings: Readonly<Record<string, string>> = {},
  address = 'https://api.example',
) => ({
  id: 's',
  kindId: kind.id,
  name: 's',
  address,
  settings,
  allowPlainHttp: false,
  acceptedLogins: [],
  facts: [],
});

function codeOf(work: () => unknown) {
  try {
    return work();
  } catch (thrown) {
    return thrown instanceof Failure ? [thrown.code, thrown.problem.field] : thrown;
  }
}

const form: RequestTemplate = {
  method: 'POST',
  path: '/x',
  body: { as: 'form', fields: { user: '{username}', otp: '{otp}', fixed: 'a b' } },
};

describe('fillTemplate', () => {
  it('puts values in, and yields nothing when one is missing or empty', () => {
    expect(fillTemplate('{a}/b/{c}', { a: '1', c: '2' })).toBe('1/b/2');
    expect(fillTemplate('{a}/b/{c}', { a: '1', c: '' })).toBeUndefined();
  });

  it('never fills what a value holds', () => {
    expect(fillTemplate('{a}', { a: '{secret}$&', secret: 'x' })).toBe('{secret}$&');
  });

  it('does not find what every object has', () => {
    expect(fillTemplate('{constructor}', {})).toBeUndefined();
    expect(fillTemplate('{__proto__}', {})).toBeUndefined();
  });
});

describe('buildRequest', () => {
  it('leaves missing fields out of a form and encodes the others', () => {
    const request = buildRequest(zebbra, form, serverOf(zebbra), { username: 'a+b&c=é', otp: '' });
    expect(request.body).toBe('user=a%2Bb%26c%3D%C3%A9&fixed=a+b');
    expect(request.headers['Content-Type']).toBe('application/x-www-form-urlencoded');
  });

  it('leaves missing fields out of JSON too', () => {
    const json = { ...form, body: { as: 'json', fields: { user: '{username}', otp: '{otp}' } } };
    expect(buildRequest(zebbra, json, serverOf(zebbra), { username: 'a"\n' }).body).toBe(
      '{"user":"a\\"\\n"}',
    );
  });

  it('gives any fields back exactly after decoding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ minLength: 1 }),
        (username, otp) => {
          const { body } = buildRequest(zebbra, form, serverOf(zebbra), { username, otp });
          const decoded = new URLSearchParams(body);
          return decoded.get('user') === username && decoded.get('otp') === otp;
        },
      ),
    );
  });

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a b', 'ä', '\u0000'])('refuses %j as a bearer', (accessToken) => {
    const bearer: RequestTemplate = { method: 'GET', path: '/x', bearer: '{accessToken}' };
    expect(codeOf(() => buildRequest(zebbra, bearer, serverOf(zebbra), { accessToken }))).toEqual([
      'bad-input',
      'accessToken',
    ]);
  });

  it('never lets a value of the login replace a setting', () => {
    const refresh = toolkit.refresh?.request ?? form;
    const hostile = { clientId: 'c', refreshToken: 'r', bodyFormat: 'form' };
    expect(buildRequest(toolkit, refresh, serverOf(toolkit), hostile).headers['Content-Type']).toBe(
      'application/json',
    );
    const identity = oauth2.identity?.request ?? form;
    const values = { accessToken: 't', identityPath: 'https://evil.example/' };
    expect(buildRequest(oauth2, identity, serverOf(oauth2), values).url).toBe('https://api.example/userinfo');
  });

  it('follows the path generation that is set', () => {
    const login = zebbra.register?.request ?? form;
    const urlOf = (paths: string) => buildRequest(zebbra, login, serverOf(zebbra, { paths }), {}).url;
    expect([urlOf('auth'), urlOf('plain')]).toEqual([
      'https://api.example/auth/register',
      'https://api.example/register',
    ]);
    expect(codeOf(() => urlOf('else'))).toEqual(['bad-input', 'paths']);
  });

  it('keeps the slash at the end of a path, and adds none to one without', () => {
    const paths = [
      buildRequest(toolkit, toolkit.identity?.request ?? form, serverOf(toolkit), { accessToken: 't' }).url,
      buildRequest(zebbra, zebbra.identity?.request ?? form, serverOf(zebbra, {}, 'https://h.example/a'), {
        accessToken: 't',
      }).url,
    ];
    expect(paths).toEqual(['https://api.example/api/me/', 'https://h.example/a/user']);
  });

  it('lacks a call whose path is left empty', () => {
    const revoke = toolkit.end?.request ?? form;
    expect(hasCall(toolkit, revoke, serverOf(toolkit))).toBe(true);
    expect(hasCall(toolkit, revoke, serverOf(toolkit, { revokePath: '' }))).toBe(false);
    expect(hasCall(zebbra, zebbra.end?.request ?? form, serverOf(zebbra, { paths: 'plain' }))).toBe(true);
  });
});

describe('callUrl', () => {
  const base = { address: 'https://api.example/v1', allowPlainHttp: false };

  it.each([
    ['https://evil.example/x', ['bad-input', 'tokenPath']],
    ['javascript:alert(1)', ['bad-input', 'tokenPath']],
    ['file:///etc/passwd', ['bad-input', 'tokenPath']],
    ['https://user:pw@api.example/x', ['bad-input', 'tokenPath']],
    ['https://api.example/x', 'https://api.example/x'],
    ['//evil.example/x', 'https://api.example/v1//evil.example/x'],
    ['@evil.example/x', 'https://api.example/v1/@evil.example/x'],
    ['.evil.example/x', 'https://api.example/v1/.evil.example/x'],
    ['/../../x', 'https://api.example/x'],
  ])('keeps %s on the server', (path, expected) => {
    expect(codeOf(() => callUrl(base, path, false, 'tokenPath'))).toEqual(expected);
  });

  it('goes elsewhere only where the setting may, and never over plain http', () => {
    expect(callUrl(base, 'https://login.example/token', true)).toBe('https://login.example/token');
    expect(codeOf(() => callUrl(base, 'http://login.example/token', true))).toEqual([
      'plain-http-refused',
      undefined,
    ]);
    expect(callUrl(base, 'http://127.0.0.1:1/token', true)).toBe('http://127.0.0.1:1/token');
  });

  it('never leaves the origin, whatever the path', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const url = codeOf(() => callUrl(base, path, false, 'tokenPath'));
        return (
          Array.isArray(url) || (typeof url === 'string' && new URL(url).origin === 'https://api.example')
        );
      }),
    );
  });
});

describe('readServerAddress', () => {
  it.each([
    ['api.example', 'https://api.example/'],
    ['api.example:8443/base/', 'https://api.example:8443/base/'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['localhost:8080', 'http://localhost:8080/'],
    ['[::1]:80', 'http://[::1]/'],
    [' https://API.example ', 'https://api.example/'],
    ['http://127.9.9.9', 'http://127.9.9.9/'],
  ])('reads %s', (typed, expected) => {
    expect(readServerAddress(typed, false).href).toBe(expected);
  });

  it.each([
    '',
    'ftp://api.example',
    'https://u:p@api.example',
    'https://a.example?x=1',
    'a.example#x',
    'http://',
    'a b',
    'javascript:alert(1)',
  ])('refuses %j', (typed) => {
    expect(codeOf(() => readServerAddress(typed, false))).toEqual(['address-invalid', 'address']);
  });

  it('takes plain http to another machine only by choice', () => {
    const refused = ['plain-http-refused', 'address'];
    expect(codeOf(() => readServerAddress('http://api.example', false))).toEqual(refused);
    expect(codeOf(() => readServerAddress('http://127.0.0.1.evil.example', false))).toEqual(refused);
    expect(readServerAddress('http://api.example', true).href).toBe('http://api.example/');
  });
});
