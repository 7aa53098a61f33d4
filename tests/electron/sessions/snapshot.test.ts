import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sessionDetailSchema, sessionViewSchema } from '../../../electron/contract/session.ts';
import { tokenClaims, tokenView } from '../../../electron/sessions/token-view.ts';
import { addServer, HOUR, loginInput, newGrant, SECRETS, signIn, startKit } from './keeper-kit.ts';

function jwt(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZy1lbm91Z2g`;
}

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

describe('tokenView', () => {
  it.each([
    [
      'a JWT, ten and four characters',
      jwt({ sub: 'alice' }),
      /^eyJhbGciOi•+ub3VnaA?$|^eyJhbGciOi•+[\w-]{4}$/,
      'jwt',
    ],
    ['an opaque token, four and two', 'abcdefghijklmnopqrstuvwx', /^abcd•+wx$/, 'opaque'],
    ['a short token, nothing', 'abcdefghijklmnopqrstuvw', /^•+$/, 'opaque'],
    ['three words with dots, as opaque', 'not.a.jwt.at.all.but.long.enough', /^not\.•+gh$/, 'opaque'],
  ])('shows of %s', (_, token, masked, format) => {
    const view = tokenView(token);
    expect(view.masked).toMatch(masked);
    expect(view.format).toBe(format);
    expect(view.masked).not.toContain(token.slice(12, -6));
  });

  it('names the algorithm of a JWT', () => {
    expect(tokenView(jwt({})).algorithm).toBe('HS256');
    expect(tokenView(jwt({}, { typ: 'JWT' })).algorithm).toBeNull();
  });
});

describe('tokenClaims', () => {
  it('names instants in ms, gives a text as it is and any other value as JSON', () => {
    expect(tokenClaims(jwt({ exp: 1_767_225_600, sub: 'a"b', roles: ['x'], iat: '1', n: null }))).toEqual([
      { name: 'exp', value: '1767225600', at: 1_767_225_600_000 },
      { name: 'sub', value: 'a"b', at: null },
      { name: 'roles', value: '["x"]', at: null },
      { name: 'iat', value: '1', at: null },
      { name: 'n', value: 'null', at: null },
    ]);
  });

  it.each([['1e308'], ['1767225600000000'], ['-9e15']])(
    'shows %s, which no clock can show, and names no instant',
    (number) => {
      const token = `${encoded('{"alg":"HS256"}')}.${encoded(`{"exp":${number},"iat":${number},"nbf":${number},"auth_time":${number}}`)}.c2ln`;
      const claims = tokenClaims(token);
      expect(claims.map(({ name }) => name)).toEqual(['exp', 'iat', 'nbf', 'auth_time']);
      expect(claims.map(({ at, value }) => [at, Number(value)])).toEqual(
        claims.map(() => [null, Number(number)]),
      );
    },
  );

  it('shows the first 200 and says how many there are beyond', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `claim${index}`);
    const claims = tokenClaims(jwt(Object.fromEntries(names.map((name) => [name, 'value']))));
    expect(claims).toHaveLength(201);
    expect(claims.slice(0, 200).map(({ name }) => name)).toEqual(names.slice(0, 200));
    expect(claims.at(-1)).toEqual({ name: '…', value: '1800 more are not shown', at: null });
  });

  it('shows no more than can be looked through at once', () => {
    const claims = tokenClaims(
      jwt(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`c${index}`, 'a'.repeat(9_000)]))),
    );
    expect(claims).toHaveLength(3);
    expect(claims.at(-1)).toEqual({ name: '…', value: '98 more are not shown', at: null });
  });

  it('looks through a long secret once, not once for each claim', () => {
    const token = jwt(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`c${index}`, 'value'])));
    const normalize = vi.spyOn(String.prototype, 'normalize');
    onTestFinished(() => normalize.mockRestore());
    const secret = `%${token}`;
    expect(tokenClaims(token, [secret])).toHaveLength(100);
    const looks = normalize.mock.contexts.filter((text) => String(text) === secret).length;
    expect(looks).toBeGreaterThan(0);
    // Each layer of escapes is looked at.
    expect(looks).toBeLessThan(10);
  });

  it.each([101, 20_000])('says that a claim is %i levels deep instead of showing it', (depth) => {
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const token = `${encoded('{"alg":"none"}')}.${encoded(`{"sub":"alice","deep":${deep}}`)}.c2ln`;
    expect(tokenClaims(token)).toEqual([
      { name: 'sub', value: 'alice', at: null },
      { name: 'deep', value: 'Not shown: too deeply nested', at: null },
    ]);
  });

  it.each(['', 'opaque', 'a.b.c', `${jwt([])}`, 'é.é.é'])('finds none in %j', (token) => {
    expect(tokenClaims(token)).toEqual([]);
  });
});

describe('what a server says of a token', () => {
  const refreshToken = 'canary-refresh-token-0123456789';
  const secrets = [refreshToken, SECRETS.password];
  const hidden = 'Not shown: a secret stands in it';

  it.each([
    ['as it is', refreshToken],
    ['among other words', `id ${refreshToken}!`],
    ['as base64', Buffer.from(refreshToken).toString('base64')],
    ['encoded for an address', encodeURIComponent(`<${SECRETS.password}>`)],
    ['the password', SECRETS.password],
    ['a token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln'],
  ])('is not shown where it holds a secret, %s', (_, text) => {
    const token = jwt({ sub: 'alice', text, deep: { list: [text] }, [text]: 1 }, { alg: `x ${text}` });
    expect(tokenClaims(token, secrets)).toEqual([
      { name: 'sub', value: 'alice', at: null },
      { name: 'text', value: hidden, at: null },
      { name: 'deep', value: hidden, at: null },
      { name: hidden, value: '1', at: null },
    ]);
    expect(tokenView(token, secrets).algorithm).toBe(hidden);
  });

  it('shows no secret of the session in claims, algorithm or scope', async () => {
    const kit = await startKit();
    const claims = { sub: 'alice', rt: refreshToken, pw: SECRETS.password, cs: SECRETS.clientSecret };
    const accessToken = jwt(claims, { alg: refreshToken });
    kit.script.login = async () => ({
      ...newGrant(kit.clock, HOUR, { accessToken, refreshToken }),
      scope: `read ${refreshToken}`,
    });
    const detail = kit.keeper.detail(await signIn(kit, 'django-oauth-toolkit', true));
    const text = JSON.stringify(detail);
    for (const secret of [...secrets, SECRETS.clientSecret]) expect(text).not.toContain(secret);
    expect(detail.claims.map(({ name, value }) => [name, value])).toEqual([
      ['sub', 'alice'],
      ['rt', hidden],
      ['pw', hidden],
      ['cs', hidden],
    ]);
    expect([detail.scope, detail.access?.algorithm]).toEqual([hidden, hidden]);
  });
});

describe('what the window is told', () => {
  it('holds no token, password or client secret, in any state, and fits the contract', async () => {
    const kit = await startKit();
    const token = jwt({ sub: 'alice', exp: 1_767_225_600 });
    const told: string[] = [];
    kit.keeper.onChange(() => told.push(JSON.stringify(kit.keeper.state())));
    kit.script.login = async () => newGrant(kit.clock, HOUR, { accessToken: token });
    for (const kindId of ['django-oauth-toolkit', 'datarhei-core', 'zebbra', 'oauth2']) {
      await kit.keeper.login(loginInput(kindId, await addServer(kit, kindId), true));
    }
    await kit.clock.advance(3 * HOUR);
    for (const session of kit.keeper.state().sessions) {
      expect(sessionViewSchema.parse(session)).toEqual(session);
      const detail = kit.keeper.detail(session.profileId);
      expect(sessionDetailSchema.parse(detail)).toEqual(detail);
      told.push(JSON.stringify(detail));
    }
    const text = told.join('\n');
    const secrets = [
      SECRETS.password,
      SECRETS.clientSecret,
      token,
      'canary-access-token',
      'canary-refresh-token',
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('"keptSecrets":["');
    expect([...kit.store.records.values()].join('\n')).toContain('canary-refresh-token');
  });

  it('shows the newest 50 exchanges', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    for (let times = 0; times < 60; times += 1) await kit.keeper.askIdentity(profileId);
    const { exchanges } = kit.keeper.detail(profileId);
    expect(exchanges).toHaveLength(50);
    expect(exchanges.at(-1)).toMatchObject({ purpose: 'identity', outcome: 'ok' });
  });

  it('grows its revision with what the detail says', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const before = kit.session().revision;
    await kit.keeper.askExpiry(profileId);
    expect(kit.session().revision).toBeGreaterThan(before);
    expect(kit.keeper.detail(profileId).revision).toBe(kit.session().revision);
  });

  it('registers users with what the kind asks for', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'zebbra');
    const fields = { username: 'u', firstName: 'f', lastName: 'l', password: 'p', newWorkspaceName: 'w' };
    await expect(
      kit.keeper.register({ serverId, fields: { ...fields, inviteCode: 'both' } }),
    ).rejects.toMatchObject({ problem: { code: 'bad-input', field: 'newWorkspaceName' } });
    await kit.keeper.register({ serverId, fields });
    expect(kit.calls.map(({ purpose, context }) => [purpose, context.fields])).toEqual([
      ['register', fields],
    ]);
  });
});
