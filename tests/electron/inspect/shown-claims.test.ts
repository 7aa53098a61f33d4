import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inspectToken } from '../../../electron/inspect/inspect-token.ts';
import { SECRETS } from '../sessions/keeper-kit.ts';

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

function jwt(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  return `${encoded(JSON.stringify(header))}.${encoded(JSON.stringify(claims))}.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZy1lbm91Z2g`;
}

const claim = (name: string, value: string, at: number | null = null) => ({ name, value, at });

/** What is shown of each claim, but its type. */
const claimsOf = (token: string, secrets: readonly string[] = []) =>
  inspectToken(token, secrets).claims.map(({ name, value, at }) => claim(name, value, at));

describe('the claims that are shown', () => {
  it('names instants in ms, gives a text as it is and any other value as JSON', () => {
    expect(claimsOf(jwt({ exp: 1_767_225_600, sub: 'a"b', roles: ['x'], iat: '1', n: null }))).toEqual([
      claim('exp', '1767225600', 1_767_225_600_000),
      claim('sub', 'a"b', null),
      claim('roles', '["x"]', null),
      claim('iat', '1', null),
      claim('n', 'null', null),
    ]);
  });

  it.each([['1e308'], ['1767225600000000'], ['-9e15']])(
    'shows %s, which no clock can show, and names no instant',
    (number) => {
      const token = `${encoded('{"alg":"HS256"}')}.${encoded(`{"exp":${number},"iat":${number},"nbf":${number},"auth_time":${number}}`)}.c2ln`;
      const claims = claimsOf(token);
      expect(claims.map(({ name }) => name)).toEqual(['exp', 'iat', 'nbf', 'auth_time']);
      expect(claims.map(({ at, value }) => [at, Number(value)])).toEqual(
        claims.map(() => [null, Number(number)]),
      );
    },
  );

  it('shows the first 200 and says how many there are beyond', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `claim${index}`);
    const claims = claimsOf(jwt(Object.fromEntries(names.map((name) => [name, 'value']))));
    expect(claims).toHaveLength(201);
    expect(claims.slice(0, 200).map(({ name }) => name)).toEqual(names.slice(0, 200));
    expect(claims.at(-1)).toEqual(claim('…', '1800 more are not shown', null));
  });

  it('shows no more than can be looked through at once', () => {
    const claims = claimsOf(
      jwt(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`c${index}`, 'a'.repeat(9_000)]))),
    );
    expect(claims).toHaveLength(3);
    expect(claims.at(-1)).toEqual(claim('…', '98 more are not shown', null));
  });

  it('looks through a long secret once, not once for each claim', () => {
    const token = jwt(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`c${index}`, 'value'])));
    const normalize = vi.spyOn(String.prototype, 'normalize');
    onTestFinished(() => normalize.mockRestore());
    const secret = `%${token}`;
    expect(claimsOf(token, [secret])).toHaveLength(100);
    const looks = normalize.mock.contexts.filter((text) => String(text) === secret).length;
    expect(looks).toBeGreaterThan(0);
    // Each layer of escapes is looked at, for the header, for the claims and for the algorithm.
    expect(looks).toBeLessThan(20);
  });

  it.each([101, 20_000])('says that a claim is %i levels deep instead of showing it', (depth) => {
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const token = `${encoded('{"alg":"none"}')}.${encoded(`{"sub":"alice","deep":${deep}}`)}.c2ln`;
    expect(claimsOf(token)).toEqual([
      claim('sub', 'alice', null),
      claim('deep', 'Not shown: too deeply nested', null),
    ]);
  });

  it.each(['', 'opaque', 'a.b.c', `${jwt([])}`, 'é.é.é'])('finds none in %j', (token) => {
    expect(claimsOf(token)).toEqual([]);
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
    expect(claimsOf(token, secrets)).toEqual([
      claim('sub', 'alice', null),
      claim('text', hidden, null),
      claim('deep', hidden, null),
      claim(hidden, '1', null),
    ]);
    expect(inspectToken(token, secrets).algorithm).toBe(hidden);
  });
});
