import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../../../electron/contract/request-template.ts';
import { type ServerKind, serverKindSchema } from '../../../electron/contract/server-kind.ts';
import { Failure } from '../../../electron/failure.ts';
import type { ClientProof } from '../../../electron/servers/client-authentication.ts';
import { buildRequest } from '../../../electron/servers/template.ts';

const setting = (id: string) => ({
  id,
  label: id,
  type: 'text',
  secret: false,
  keep: 'always',
  optional: true,
});
const kind: ServerKind = serverKindSchema.parse({
  id: 'own',
  label: 'Own',
  summary: 'A server of one’s own.',
  group: 'own',
  icon: 'braces',
  settings: ['more', 'lines', 'clientAuth'].map(setting),
  logins: [{ id: 'l', label: 'l', fields: [], canRepeat: true, request: { method: 'POST', path: '/l' } }],
  grant: { accessToken: 'token' },
  errors: { text: [] },
  probe: { endpoints: [], steps: [] },
  notes: {},
});

type Parts = Partial<RequestTemplate>;
type Values = Readonly<Record<string, string>>;

function build(parts: Parts, values: Values = {}, settings: Values = {}, client?: ClientProof) {
  const server = {
    id: 's',
    kindId: kind.id,
    name: 's',
    address: 'https://api.example',
    settings,
    allowPlainHttp: false,
    acceptedLogins: [],
    facts: [],
  };
  return buildRequest(kind, { method: 'POST', path: '/x', ...parts }, server, values, client);
}

function refusedField(work: () => unknown): string | undefined {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'bad-input') return thrown.problem.field;
    throw thrown;
  }
  throw new Error('It was not refused.');
}

describe('the headers of a request', () => {
  it('are filled in, and left out where their value is missing', () => {
    const headers = { 'X-Refresh': '{refreshToken}', 'X-Otp': '{otp}', 'X-Fixed': 'a b' };
    expect(build({ headers }, { refreshToken: 'r1' }).headers).toEqual({
      Accept: 'application/json',
      'X-Refresh': 'r1',
      'X-Fixed': 'a b',
    });
  });

  it('take the place of those that every request has, in any writing', () => {
    const json = { as: 'json', fields: { a: '1' } };
    const headers = { accept: 'application/vnd.api+json', 'content-type': 'application/vnd.api+json' };
    expect(build({ headers, body: json }).headers).toEqual(headers);
  });

  it('come from lines of a setting too', () => {
    const lines = 'X-Api-Key = k=1 \r\n\n  X-Tenant=t';
    expect(build({ moreHeaders: '{lines}' }, {}, { lines }).headers).toMatchObject({
      'X-Api-Key': 'k=1',
      'X-Tenant': 't',
    });
  });

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\0b', ' a', 'a ', 'ä'])('never hold the value %j', (otp) => {
    expect(refusedField(() => build({ headers: { 'X-Otp': '{otp}' } }, { otp }))).toBe('otp');
  });

  it.each([
    'Host=evil.example',
    'content-length=1',
    'Transfer-Encoding=chunked',
    'Connection=close',
    'Proxy-Authorization=x',
    'DPoP=x',
    'X Y=1',
    'X-Evil:=1',
    'no line',
    '=x',
  ])('never come from the line %j', (lines) => {
    expect(refusedField(() => build({ moreHeaders: '{lines}' }, {}, { lines }))).toBe('lines');
  });

  it('say who asks in one way alone', () => {
    const headers = { authorization: 'Token {accessToken}' };
    expect(build({ headers }, { accessToken: 't' }).headers.authorization).toBe('Token t');
    const client = { headers: { Authorization: 'Basic x' }, fields: {} };
    const both = (parts: Parts, proof?: ClientProof) =>
      build({ ...parts, headers }, { accessToken: 't' }, {}, proof);
    expect(refusedField(() => both({ bearer: '{accessToken}' }))).toBe('accessToken');
    expect(refusedField(() => both({ basic: { username: 'u', password: 'p' } }))).toBe('accessToken');
    expect(refusedField(() => both({}, client))).toBe('accessToken');
  });

  it.each(['Host', 'content-length', 'DPoP', 'X\r\nEvil', ''])('cannot be called %j in a kind', (name) => {
    const login = { ...kind.logins[0], request: { method: 'POST', path: '/l', headers: { [name]: 'x' } } };
    expect(serverKindSchema.safeParse({ ...kind, logins: [login] }).success).toBe(false);
  });
});

describe('user and password by HTTP Basic', () => {
  const basic = { username: '{username}', password: '{password}' };
  const sent = (values: Values) =>
    Buffer.from(
      (build({ basic }, values).headers.Authorization ?? '').slice('Basic '.length),
      'base64',
    ).toString();

  it('are sent as they are typed', () => {
    expect(sent({ username: 'a+b c', password: 'é:%20~' })).toBe('a+b c:é:%20~');
    expect(sent({ username: 'token' })).toBe('token:');
  });

  it('are refused where they could be read as others', () => {
    expect(refusedField(() => sent({ username: 'a:b', password: 'p' }))).toBe('username');
    expect(refusedField(() => sent({ password: 'p' }))).toBe('username');
    expect(refusedField(() => sent({ username: 'a', password: 'p\n' }))).toBe('password');
  });
});

describe('the body of a request', () => {
  const formOf = (
    body: Omit<NonNullable<RequestTemplate['body']>, 'as'>,
    values: Values,
    settings: Values = {},
  ) =>
    [...new URLSearchParams(build({ body: { as: 'form', ...body } }, values, settings).body)].map((pair) =>
      pair.join('='),
    );
  const jsonOf = (
    body: Omit<NonNullable<RequestTemplate['body']>, 'as'>,
    values: Values,
    settings: Values = {},
  ) => JSON.parse(build({ body: { as: 'json', ...body } }, values, settings).body ?? '');

  it('sends a list as one parameter for each of its values', () => {
    const fields = { grant_type: 'x', resource: '{resource}' };
    const resource = ' https://a.example/  urn:b ';
    expect(formOf({ fields, lists: ['resource'] }, { resource })).toEqual([
      'grant_type=x',
      'resource=https://a.example/',
      'resource=urn:b',
    ]);
    expect(formOf({ fields, lists: ['resource'] }, {})).toEqual(['grant_type=x']);
    expect(jsonOf({ fields, lists: ['resource'] }, { resource: 'urn:b' })).toEqual({
      grant_type: 'x',
      resource: ['urn:b'],
    });
  });

  it('takes further lines, each in the place of the field with its name', () => {
    const fields = { scope: '{scope}', audience: '{audience}' };
    const more = 'audience=b\nextra = 1=2 \nto=x\nto=y';
    expect(formOf({ fields, more: '{more}' }, { scope: 's', audience: 'a' }, { more })).toEqual([
      'scope=s',
      'audience=b',
      'extra=1=2',
      'to=x',
      'to=y',
    ]);
    expect(jsonOf({ fields, more: '{more}' }, { scope: 's' }, { more: 'user.name=x\nto=x\nto=y' })).toEqual({
      scope: 's',
      user: { name: 'x' },
      to: ['x', 'y'],
    });
  });

  it('lets no line say who the client is', () => {
    const body = { as: 'form', fields: { client_id: 'evil' }, more: '{more}' };
    const client = { headers: {}, fields: { client_id: 'c', client_secret: 's' } };
    expect(build({ body }, {}, { more: 'client_id=evil\nclient_secret=evil' }, client).body).toBe(
      'client_id=c&client_secret=s',
    );
  });

  it('never fills what a value or a line holds', () => {
    expect(formOf({ fields: { a: '{a}' }, more: '{more}' }, { a: '{b}', b: 'x' }, { more: 'c={b}' })).toEqual(
      ['a={b}', 'c={b}'],
    );
  });

  it('opens an object at every dot of a name in JSON, and nowhere else', () => {
    const fields = { 'user.name': '{name}', 'user.login.password': 'p', fixed: '1', '__proto__.x': 'y' };
    expect(build({ body: { as: 'json', fields } }, { name: 'n' }).body).toBe(
      '{"user":{"name":"n","login":{"password":"p"}},"fixed":"1","__proto__":{"x":"y"}}',
    );
    expect(formOf({ fields: { 'user.name': 'n' } }, {})).toEqual(['user.name=n']);
    expect(refusedField(() => jsonOf({ fields: { user: 'a', 'user.name': 'b' } }, {}))).toBe('user');
    expect(refusedField(() => jsonOf({ fields: { 'user.name': 'b', user: 'a' } }, {}))).toBe('user');
  });

  it('is written in time, however many fields and spaces there are', () => {
    const fields = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`f${at}`, '{v}']));
    const nested = Object.fromEntries(Object.keys(fields).map((name) => [`in.${name}`, 'w']));
    const before = process.cpuUsage();
    expect(Object.keys(jsonOf({ fields: { ...fields, ...nested } }, { v: 'v' }))).toHaveLength(9_001);
    const more = `a = b${' '.repeat(60_000)}c`;
    expect(
      refusedField(() => formOf({ fields: {}, more: '{more}' }, {}, { more: ' x'.repeat(60_000) })),
    ).toBe('more');
    expect(
      refusedField(() => formOf({ fields: {}, more: '{more}' }, {}, { more: `x${more.slice(5)}` })),
    ).toBe('more');
    expect(formOf({ fields: {}, more: '{more}' }, {}, { more })).toEqual([more.replace(' = ', '=')]);
    // Far above what it takes, far below what it took.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1_500);
  });

  it.each([
    ['too many lines', Array.from({ length: 201 }, (_, at) => `f${at}=x`).join('\n')],
    ['a name without end', `${'a.'.repeat(50_000)}b=x`],
    ['a line that ends within', 'a=b\rc'],
  ])('refuses %s', (_, more) => {
    expect(refusedField(() => jsonOf({ fields: {}, more: '{more}' }, {}, { more }))).toBe('more');
  });

  it('gives every name and value of a line back exactly', () => {
    const word = fc.stringMatching(/^[^\s=][^\r\n=]{0,8}[^\s=]$/);
    fc.assert(
      fc.property(word, fc.stringMatching(/^(\S([^\r\n]{0,8}\S)?)?$/), (name, value) => {
        const [pair] = [
          ...new URLSearchParams(
            build({ body: { as: 'form', fields: {}, more: '{more}' } }, {}, { more: `${name}=${value}` })
              .body,
          ),
        ];
        return pair?.[0] === name && pair[1] === value;
      }),
    );
  });
});
