import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../../../electron/contract/request-template.ts';
import { placeholdersOf } from '../../../electron/contract/request-template.ts';
import { kindViewSchema } from '../../../electron/contract/server.ts';
import { type Login, serverKindSchema } from '../../../electron/contract/server-kind.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';

const tokens = ['accessToken', 'refreshToken', 'lastingToken'];
const parts = ['origin', 'basePath'];
const flows = {
  'authorization-code': ['code', 'codeVerifier', 'redirectUri'],
  'device-code': ['deviceCode'],
};

function textsOf({ path, bearer, client, dpop, moreHeaders, headers, body }: RequestTemplate) {
  const alone = [path, bearer, client, dpop, moreHeaders, body?.as, body?.more];
  const many = [...Object.values(headers ?? {}), ...Object.values(body?.fields ?? {})];
  return [...alone.map((text) => text ?? ''), ...many];
}

/** What the first call of a login that happens elsewhere is made of. */
function startOf(login: Login): readonly string[] {
  if (!('flow' in login)) return [];
  if (login.flow === 'device-code') return textsOf(login.authorize);
  const { path, parameters, more = '', push } = login.authorize;
  return [path, more, ...Object.values(parameters), ...(push ? textsOf(push) : [])];
}

describe.each(kinds.map((kind) => [kind.id, kind] as const))('the kind %s', (_id, kind) => {
  const settings = [...kind.settings.map(({ id }) => id), ...Object.keys(kind.derived ?? {})];
  const fieldsOf = (fields: readonly { readonly id: string }[]) => fields.map(({ id }) => id);
  const everyField = kind.logins.flatMap(({ fields }) => fieldsOf(fields));
  const calls = [kind.refresh, kind.identity, kind.check, kind.end].flatMap((call) =>
    call ? [call.request] : [],
  );

  it('is data that passes the schema, and survives being written to a file', () => {
    expect(serverKindSchema.parse(JSON.parse(JSON.stringify(kind)))).toEqual(kind);
  });

  it('has a view the window accepts, without a request in it', () => {
    const view = kindView(kind);
    expect(kindViewSchema.strict().parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toMatch(/"request"|\{\w+\}/);
  });

  it('fills every placeholder of a login from a setting or a field of that login', () => {
    for (const login of kind.logins) {
      if ('paste' in login) continue;
      const known = [...settings, ...fieldsOf(login.fields)];
      expect(known).toEqual(expect.arrayContaining(startOf(login).flatMap(placeholdersOf)));
      const learned = 'flow' in login ? flows[login.flow] : [];
      const sent = textsOf(login.request).flatMap(placeholdersOf);
      expect([...known, ...learned]).toEqual(expect.arrayContaining(sent));
    }
  });

  it('fills every placeholder of its other calls from a setting, a field or a token', () => {
    const known = [...settings, ...everyField, ...tokens];
    expect(known).toEqual(expect.arrayContaining(calls.flatMap(textsOf).flatMap(placeholdersOf)));
    const register = kind.register ? textsOf(kind.register.request).flatMap(placeholdersOf) : [];
    const registerFields = kind.register ? fieldsOf(kind.register.fields) : [];
    expect([...settings, ...registerFields]).toEqual(expect.arrayContaining(register));
  });

  it('puts no field and no token into a path', () => {
    const logins = kind.logins.flatMap((login) => ('paste' in login ? [] : [login.request]));
    const paths = [...calls, ...logins, ...kind.probe.steps.map(({ request }) => request)].map(
      ({ path }) => path,
    );
    expect([...settings, ...parts]).toEqual(expect.arrayContaining(paths.flatMap(placeholdersOf)));
  });

  it('has client authentication only where a login keeps the client', () => {
    const logins = kind.logins.flatMap((login) => ('paste' in login ? [] : [login.request]));
    if ([...calls, ...logins].every(({ client }) => client === undefined)) return;
    expect(everyField).toEqual(expect.arrayContaining(['clientId', 'clientSecret']));
  });

  it('names fields that exist in what it says about errors and learning', () => {
    const known = [...everyField, ...settings, ...fieldsOf(kind.register?.fields ?? [])];
    const named = [
      ...Object.values(kind.errors.fields ?? {}),
      ...(kind.refusals ?? []).flatMap(({ field }) => field ?? []),
      ...(kind.learns ? [kind.learns.setting] : []),
      ...Object.values(kind.derived ?? {}).map(({ from }) => from),
    ];
    expect(known).toEqual(expect.arrayContaining(named));
  });

  it('asks nothing secret in a probe', () => {
    const probes = kind.probe.steps.flatMap(({ request }) => textsOf(request).flatMap(placeholdersOf));
    expect([...settings, ...parts]).toEqual(expect.arrayContaining(probes));
    expect(kind.probe.steps.every(({ request }) => request.bearer === undefined && !request.client)).toBe(
      true,
    );
  });

  it('keeps secrets masked, and one-time passwords never', () => {
    const fields = kind.logins.flatMap((login) => login.fields);
    expect(
      fields.filter(({ id }) => /secret|password|token|otp/i.test(id)).every(({ secret }) => secret),
    ).toBe(true);
    expect(fields.filter(({ type }) => type === 'one-time-code').every(({ keep }) => keep === 'never')).toBe(
      true,
    );
  });
});

it('gives every kind an id of its own', () => {
  expect(kinds.map(({ id }) => id)).toEqual([
    'zebbra',
    'datarhei-core',
    'django-oauth-toolkit',
    'openid',
    'oauth2',
  ]);
});

it('refuses a kind with a misspelt or a surplus part', () => {
  const [first] = kinds;
  expect(serverKindSchema.safeParse({ ...first, identify: {} }).success).toBe(false);
  expect(serverKindSchema.safeParse({ ...first, logins: [] }).success).toBe(false);
});

it('warns where a setting may lead to another host', () => {
  const oauth2 = kinds.find(({ id }) => id === 'oauth2');
  const settings = oauth2 ? kindView(oauth2).settings : [];
  expect(settings.find(({ id }) => id === 'tokenUrl')?.hint).toMatch(/another host/);
  expect(settings.find(({ id }) => id === 'clientAuth')?.hint).toBeUndefined();
});
