import { describe, expect, it } from 'vitest';
import { blankKind, kindFaults, ownKindSchema } from '../../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';

const named: ServerKind = { ...blankKind, label: 'Mine' };

/** A description with one part replaced, whatever by: `logins.0.request.path` and the like. */
function withPart(path: string, part: unknown, kind: ServerKind = madeUpKind): unknown {
  const copy = structuredClone(kind) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place = copy;
  for (const name of names) {
    place[name] ??= {};
    place = place[name] as Record<string, unknown>;
  }
  place[last] = part;
  return copy;
}

const setting = {
  id: 'tenant',
  label: 'Tenant',
  type: 'text',
  secret: false,
  optional: true,
  keep: 'always',
};
function probing(request: object): object {
  return { request: { method: 'GET', path: '/x', ...request }, match: [{ status: [200] }] };
}

const leadsAway = 'Leads to another server: its origin has to be named among the origins of this kind';
const writtenOut = 'A secret is never part of a description: name a field of the login, as {name}';

describe('a description of a kind', () => {
  it.each(kinds.map((kind) => [kind.label, kind] as const))(
    'takes %s as an example to start from',
    (_, kind) => {
      expect(kindFaults(kind)).toEqual({});
    },
  );

  it('lacks nothing but a name at the start', () => {
    expect(kindFaults(blankKind)).toEqual({ label: 'Needed' });
    expect(kindFaults(named)).toEqual({});
  });

  it('has an id that none of Lanyard’s own kinds can have', () => {
    const ids = ['own-1', 'own-', 'zebbra', 'own-A', `own-${'x'.repeat(65)}`];
    const taken = ids.filter((id) => ownKindSchema.safeParse({ ...named, id }).success);
    expect(taken).toEqual(['own-1']);
  });

  it.each([
    ['no object', 'text', { '': 'Another sort of value belongs here' }],
    [
      'a part that nobody knows',
      withPart('refresh.request.script', 'x'),
      { 'refresh.request.script': 'Not a part of a description' },
    ],
    [
      'one in a field',
      withPart('logins.0.fields.0.onInput', 'x'),
      { 'logins.0.fields.0.onInput': 'Not a part of a description' },
    ],
    [
      'a part of another sort',
      withPart('logins.0.request.path', 7),
      { 'logins.0.request.path': 'Another sort of value belongs here' },
    ],
    ['no login', withPart('logins', []), { logins: 'Needed' }],
    ['nothing where a token stands', withPart('grant.accessToken', ''), { 'grant.accessToken': 'Needed' }],
    [
      'two fields of one name',
      withPart('logins.0.fields.1.id', 'username'),
      {
        'logins.0.fields.1.id': 'Something else is called that',
        'logins.0.request.body.fields.credentials.pass': 'Nothing is called {password}',
      },
    ],
    [
      'a setting with the name of a token',
      withPart('settings', [{ ...setting, id: 'accessToken' }]),
      { 'settings.0.id': 'Something else is called that' },
    ],
    [
      'a name that every object has',
      withPart('logins.0.fields.0.id', '__proto__'),
      {
        'logins.0.fields.0.id': 'Letters, digits and underscores, a letter first',
        'logins.0.request.body.fields.credentials.user': 'Nothing is called {username}',
      },
    ],
    [
      'such a name in a body',
      withPart('logins.0.request.body.fields.a.constructor.b', 'x', named),
      {
        'logins.0.request.body.fields.a': 'Another sort of value belongs here',
      },
    ],
    [
      'a probe that changes something',
      withPart('probe.steps', [
        { request: { method: 'DELETE', path: '/api/everything' }, match: [{ status: [200] }] },
      ]),
      { 'probe.steps.0.request.method': 'A probe asks by GET' },
    ],
    [
      'a probe that any answer fits',
      withPart('probe.steps', [
        { request: { method: 'GET', path: '/' }, match: [{ status: [200] }, {}] },
        { request: { method: 'GET', path: '/' }, match: [{ path: 'x' }] },
      ]),
      { 'probe.steps.0.match.1': 'Any answer fits this', 'probe.steps.1.match.0': 'Any answer fits this' },
    ],
    [
      'more fields in a body than any login sends',
      withPart(
        'logins.0.request.body.fields',
        Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, 'x'])),
        named,
      ),
      { 'logins.0.request.body.fields': 'Too many fields' },
    ],
    [
      'a field of the login in an address',
      withPart('logins.0.request.path', '/login/{password}'),
      {
        'logins.0.request.path': '{password} is no setting, and nothing else may stand in an address',
      },
    ],
    [
      'a field that is not there',
      withPart('identity.request.bearer', '{token}'),
      { 'identity.request.bearer': 'Nothing is called {token}' },
    ],
    [
      'a body in a GET',
      withPart('identity.request.body', { as: 'json', fields: {} }),
      { 'identity.request.body': 'GET sends no body' },
    ],
    [
      'a header of the connection',
      withPart('refresh.request.headers', { Host: 'x' }),
      { 'refresh.request.headers.Host': 'Not possible here' },
    ],
    [
      'no place for the refresh token',
      withPart('grant.refreshToken', undefined),
      { 'grant.refreshToken': 'Needed to refresh' },
    ],
  ])('is refused with %s', (_, kind, faults) => {
    expect(kindFaults(kind)).toEqual(faults);
  });
});

describe('the addresses of a description', () => {
  it.each([
    ['a full address', 'https://evil.example/renew', leadsAway],
    ['one in capitals', 'HTTPS://EVIL.EXAMPLE/renew', leadsAway],
    [
      'a host that a setting makes',
      'https://{tenant}.example/renew',
      'Write the whole address, with its host spelled out',
    ],
    [
      'a user in front of the host',
      'https://auth.example.com@evil.example/',
      'Write the whole address, with its host spelled out',
    ],
    ['another scheme', 'javascript:alert(1)', 'Write the whole address, with its host spelled out'],
    ['one without slashes', 'https:evil.example', 'Write the whole address, with its host spelled out'],
    ['a tab in front', '\thttps://evil.example', 'An address holds no spaces and no #'],
  ])('refuse %s', (_, path, message) => {
    const kind = withPart('refresh.request.path', path, {
      ...madeUpKind,
      origins: ['https://auth.example.com'],
      settings: [{ ...setting, type: 'text', keep: 'always' }],
    });
    expect(kindFaults(kind)).toEqual({ 'refresh.request.path': message });
  });

  it.each([
    '/renew',
    'renew?x=1',
    '//evil.example/x',
    'https://auth.example.com/renew',
    'https://AUTH.example.com:443/renew',
    '{tenant}',
    '/t/{tenant}/renew',
    'https://auth.example.com/{tenant}',
  ])('may be %s', (path) => {
    const kind = withPart('refresh.request.path', path, {
      ...madeUpKind,
      origins: ['https://auth.example.com'],
      settings: [{ ...setting, type: 'text', keep: 'always' }],
    });
    expect(kindFaults(kind)).toEqual({});
  });

  it('are declared as origins, and as nothing else', () => {
    const origins = [
      'https://auth.example.com',
      'https://a.b/path',
      'https://a.b:443',
      'a.b',
      'https://A.b',
      'ftp://a.b',
    ];
    expect(Object.keys(kindFaults({ ...named, origins }))).toEqual(
      origins.slice(1).map((_, index) => `origins.${index + 1}`),
    );
  });

  it('do not hide in what a setting is at first, or follows from', () => {
    const settings = [{ ...setting, initial: 'https://evil.example/x' }];
    const derived = { base: { from: 'tenant', values: { a: 'https://evil.example' } } };
    expect(kindFaults({ ...named, settings, derived })).toEqual({
      'settings.0.initial': leadsAway,
      'derived.base.values.a': leadsAway,
    });
  });
});

describe('a secret', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
  it.each([
    ['at first in a field', 'logins.0.fields.1.initial', 'hunter2', writtenOut],
    ['in a field that is shown', 'logins.0.fields.1.secret', false, 'What is typed hidden is a secret'],
    ['as a bearer', 'end.request.bearer', 'abc', writtenOut],
    ['in a header', 'end.request.headers', { 'X-Api-Key': 'abc' }, writtenOut],
    ['in a field of a body', 'logins.0.request.body.fields', { client_secret: 'abc' }, writtenOut],
    ['in a query', 'refresh.request.path', '/renew?api_key=abc', writtenOut],
    ['in lines of headers', 'end.request.moreHeaders', 'X-Lang=en\nX-Api-Key = sk_live', writtenOut],
    ['in lines of a body', 'logins.0.request.body.more', 'a=b\r\napi_key=sk_live', writtenOut],
    ['beside a placeholder', 'end.request.headers', { 'X-Api-Key': 'sk_live{username}' }, writtenOut],
    ['after a word', 'end.request.headers', { Authorization: 'Key a1b2c3d4 {username}' }, writtenOut],
    ['in one of some pairs', 'end.request.headers', { Cookie: 'sid={username}; token=abc' }, writtenOut],
    ['in a bearer', 'end.request.bearer', 'sk_live_{accessToken}', writtenOut],
    ['in a query, beside a setting', 'refresh.request.path', '/x?api_key=sk_live_{basePath}', writtenOut],
    ['in a query of a probe', 'probe.steps', [probing({ path: '/x?api_key=sk' })], writtenOut],
    ['in a header of a probe', 'probe.steps', [probing({ headers: { 'X-Api-Key': 'sk' } })], writtenOut],
    ['at first in a setting', 'settings', [{ ...setting, id: 'apiKey', initial: 'sk_live' }], writtenOut],
    ['there by its label', 'settings', [{ ...setting, label: 'Access token', initial: 'x' }], writtenOut],
    [
      'among choices',
      'settings',
      [{ ...setting, id: 'apiKey', type: 'select', options: [{ value: 'sk_live_1', label: 'x' }] }],
      writtenOut,
    ],
    [
      'at first in a shown field',
      'logins.0.fields.2',
      { ...setting, id: 'token', initial: 'sk_live' },
      writtenOut,
    ],
    ['as the password of Basic', 'end.request.basic', { username: 'a', password: 'bcd' }, writtenOut],
    ['anywhere, when it looks like one', 'summary', `Use ${jwt}`, writtenOut],
  ])('has no place %s', (_, path, part, message) => {
    expect(Object.values(kindFaults(withPart(path, part)))).toContain(message);
  });

  it.each([
    ['end.request.headers', { Authorization: 'Bearer {accessToken}' }],
    ['end.request.headers', { Authorization: 'Token token="{accessToken}", realm="API"' }],
    ['end.request.headers', { Authorization: 'SharedAccessSignature sig={accessToken}' }],
    ['end.request.headers', { Cookie: 'session={accessToken}; lang=en' }],
    ['end.request.moreHeaders', 'X-Api-Key={accessToken}\nX-Lang=en'],
    ['logins.0.request.body.more', 'password={password}\nclient=lanyard'],
    ['settings', [{ ...setting, id: 'token', type: 'url', initial: '/oauth/token' }]],
    [
      'settings',
      [
        {
          ...setting,
          id: 'clientAuth',
          type: 'select',
          initial: 'basic',
          options: [{ value: 'basic', label: 'Basic' }],
        },
      ],
    ],
  ])('is not seen in %s: %o', (path, part) => {
    expect(kindFaults(withPart(path, part))).toEqual({});
  });

  const browserLogin = {
    id: 'browser',
    label: 'In the browser',
    canRepeat: false,
    flow: 'authorization-code',
    fields: [
      { ...setting, id: 'clientId', label: 'Client' },
      { ...setting, id: 'clientSecret', label: 'Client secret', type: 'password', secret: true },
    ],
    authorize: { path: '/authorize', parameters: { client_id: '{clientId}' } },
    request: { method: 'POST', path: '/token' },
  };
  it.each([
    ['parameters', { x: '{clientSecret}' }, '.x', '{clientSecret} has no place in what a browser is told'],
    ['more', 'x={clientSecret}', '', '{clientSecret} has no place in what a browser is told'],
    [
      'redirectUri',
      'http://127.0.0.1/{clientSecret}',
      '',
      '{clientSecret} has no place in what a browser is told',
    ],
    ['parameters', { x: '{nobody}' }, '.x', 'Nothing is called {nobody}'],
    ['more', 'x={nobody}', '', 'Nothing is called {nobody}'],
  ])('is never told to a browser, in its %s: %o', (part, value, at, message) => {
    expect(kindFaults({ ...named, logins: [browserLogin] })).toEqual({});
    const login = { ...browserLogin, authorize: { ...browserLogin.authorize, [part]: value } };
    expect(kindFaults({ ...named, logins: [login] })).toEqual({
      [`logins.0.authorize.${part}${at}`]: message,
    });
  });

  it('is never told to a browser by the name of a field that another login shows', () => {
    const open = { ...browserLogin, id: 'open', fields: [{ ...setting, id: 'clientSecret' }] };
    const shown = { ...open, authorize: { path: '/authorize', parameters: { x: '{clientSecret}' } } };
    expect(kindFaults({ ...named, logins: [shown] })).toEqual({});
    expect(kindFaults({ ...named, logins: [browserLogin, shown] })).toMatchObject({
      'logins.1.authorize.parameters.x': '{clientSecret} has no place in what a browser is told',
    });
  });

  it('is no setting, which is shown', () => {
    expect(kindFaults({ ...named, settings: [{ ...setting, secret: true }] })).toEqual({
      'settings.0.secret': 'Settings are shown: a secret belongs in the login',
    });
  });
});
