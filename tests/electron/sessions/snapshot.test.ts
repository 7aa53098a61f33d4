import { describe, expect, it } from 'vitest';
import { sessionDetailSchema, sessionViewSchema } from '../../../electron/contract/session.ts';
import { tokenView } from '../../../electron/sessions/token-view.ts';
import { addServer, HOUR, loginInput, newGrant, SECRETS, signIn, startKit } from './keeper-kit.ts';

function jwt(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZy1lbm91Z2g`;
}

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

describe('what a server says of a token', () => {
  const refreshToken = 'canary-refresh-token-0123456789';
  const secrets = [refreshToken, SECRETS.password];
  const hidden = 'Not shown: a secret stands in it';

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
    expect(detail.access?.claims.map(({ name, value }) => [name, value])).toEqual([
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
