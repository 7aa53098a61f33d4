import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signJwt } from '../../../electron/demo/servers/jwt.ts';
import type { OpenidOptions } from '../../servers/openid.ts';
import { problemOf } from './engine-under-test.ts';
import { openid, stranger } from './openid-under-test.ts';

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('an ID token', () => {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  it.each<[string, OpenidOptions, string]>([
    [
      'of another issuer',
      { claims: (all) => ({ ...all, iss: 'https://evil.example' }) },
      'It is from another issuer',
    ],
    ['for another client', { claims: (all) => ({ ...all, aud: 'other' }) }, 'It is for another client'],
    [
      'for further clients, and another one’s own',
      { claims: (all) => ({ ...all, aud: ['stranger', 'other'], azp: 'other' }) },
      'It is for another client',
    ],
    [
      'of another sign-in',
      { claims: (all) => ({ ...all, nonce: 'replayed' }) },
      'It belongs to another sign-in',
    ],
    ['without a nonce', { claims: ({ nonce: _nonce, ...all }) => all }, 'It lacks what it has to say'],
    ['without a user', { claims: ({ sub: _sub, ...all }) => all }, 'It lacks what it has to say'],
    ['that is over', { claims: (all) => ({ ...all, exp: 1_700_000_000 }) }, 'It is not valid now'],
    ['that begins later', { claims: (all) => ({ ...all, nbf: inAnHour }) }, 'It is not valid now'],
    ['that somebody else signed', { sign: (claims) => signJwt(claims, otherKey) }, 'Its signature is wrong'],
    [
      'with a key that is none of the issuer’s',
      { sign: (claims) => signJwt(claims, otherKey, { kid: 'other' }) },
      'Its key is none of the issuer’s',
    ],
    [
      'with a secret that is none',
      { sign: (claims) => signJwt(claims, 'guessed') },
      'Its signature is wrong',
    ],
    ['that is none', { sign: () => 'no-token' }, 'It cannot be read'],
    ['that is encrypted', { sign: (claims) => `${signJwt(claims, otherKey)}.a.b` }, 'It cannot be read'],
  ])('%s is refused, and its login with it', async (_name, options, detail) => {
    const { engine, context } = await openid(options);
    const fields = { ...stranger, clientSecret: 'secret' };
    expect(await problemOf(engine.login(context(fields), 'browser'))).toEqual({
      code: 'id-token-refused',
      detail,
    });
  });

  const unsigned = (claims: object): string =>
    `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  it.each<[string, OpenidOptions, Readonly<Record<string, string>>, string]>([
    ['without a signature', { sign: unsigned }, {}, 'unsigned'],
    ['signed with the client’s secret', { sign: (all) => signJwt(all, 'secret') }, {}, 'verified'],
    ['whose keys cannot be had', {}, { jwksUrl: '/nowhere' }, 'unverified'],
    ['whose keys have no address', {}, { jwksUrl: '' }, 'unverified'],
  ])('%s is taken for what it is', async (_name, options, settings, signature) => {
    const { engine, context, withSettings } = await openid(options);
    const fields = { ...stranger, clientSecret: 'secret' };
    const grant = await engine.login(context(fields, withSettings(settings)), 'browser');
    expect(grant.idToken?.signature).toBe(signature);
  });

  it('is checked with keys that were read once, and again when one is new', async () => {
    const { engine, context, server, calls } = await openid();
    const grant = await engine.login(context(), 'browser');
    expect((await engine.refresh(context(), grant)).idToken?.signature).toBe('verified');
    expect(server.requestsTo('/jwks')).toHaveLength(1);
    server.rotateKey();
    expect((await engine.refresh(context(), grant)).idToken?.signature).toBe('verified');
    expect(server.requestsTo('/jwks')).toHaveLength(2);
    expect(calls()).toEqual(['login ok', 'keys ok', 'refresh ok', 'refresh ok', 'keys ok']);
  });

  it('is held against the server’s clock', async () => {
    const { engine, context, server } = await openid();
    server.control.setClockOffset(-86_400_000);
    expect((await engine.login(context(), 'browser')).idToken?.signature).toBe('verified');
  });

  const over = { exp: 1_700_000_000 };
  it.each([
    ['of another user', { sub: 'mallory' }, 'It is about another user'],
    ['of another user that is over', { sub: 'mallory', ...over }, 'It is about another user'],
    ['of another issuer', { iss: 'https://evil.example', ...over }, 'It is from another issuer'],
    ['for another client', { aud: ['other'], ...over }, 'It is for another client'],
  ])('%s ends a refresh as if its answer were lost', async (_name, more, detail) => {
    const { engine, context } = await openid({
      claims: (all, isRefresh) => (isRefresh ? { ...all, ...more } : all),
    });
    const grant = await engine.login(context(), 'browser');
    expect(await problemOf(engine.refresh(context(), grant))).toEqual({
      code: 'id-token-refused',
      detail,
      done: 'maybe',
    });
  });

  it.each<[string, (claims: object) => unknown, string]>([
    ['is over', (all) => signJwt({ ...all, ...over }, 'secret'), 'It is not valid now'],
    ['somebody else signed', (all) => signJwt({ ...all }, 'guessed'), 'Its signature is wrong'],
    ['is none', () => 'no token', 'It cannot be read'],
    ['is no text', () => ({ token: 'a' }), 'It cannot be read'],
  ])('that %s is put down at a refresh, which costs no tokens', async (_name, laterToken, fault) => {
    const said: Readonly<Record<string, unknown>>[] = [];
    const { engine, context, server } = await openid({
      sign(claims) {
        said.push(claims);
        return signJwt(claims, 'secret');
      },
    });
    const asked = context({ ...stranger, clientSecret: 'secret' });
    const grant = await engine.login(asked, 'browser');
    const tokens = { access_token: 'next', refresh_token: 'replaced', token_type: 'Bearer' };
    const answer = (more: object) =>
      server.control.failNext(
        1,
        {
          status: 200,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...tokens, ...more }),
        },
        '/token',
      );
    answer({ id_token: laterToken(said[0] ?? {}) });
    const next = await engine.refresh(asked, grant);
    expect(next).toMatchObject({ accessToken: 'next', refreshToken: 'replaced', idTokenFault: fault });
    expect(next.idToken).toEqual(grant.idToken);
    answer({});
    const without = await engine.refresh(asked, next);
    expect(without.idTokenFault).toBe(fault);
    expect((await engine.refresh(asked, without)).idTokenFault).toBeUndefined();
  });

  it('that a refresh repeats may be over by then', async () => {
    const sent: string[] = [];
    const { engine, context, server } = await openid({
      sign(claims) {
        sent.push(sent[0] ?? signJwt(claims, 'secret'));
        return sent[0] ?? '';
      },
    });
    const asked = context({ ...stranger, clientSecret: 'secret' });
    const grant = await engine.login(asked, 'browser');
    server.control.setClockOffset(86_400_000);
    const next = await engine.refresh(asked, grant);
    expect(sent).toHaveLength(2);
    expect(next.accessToken).not.toBe(grant.accessToken);
    expect(next.idToken).toEqual(grant.idToken);
    expect(next.idTokenFault).toBeUndefined();
  });

  it('that does not come with a refresh is kept', async () => {
    const { engine, context, server } = await openid();
    const grant = await engine.login(context(), 'browser');
    const body = JSON.stringify({ access_token: 'next', token_type: 'Bearer' });
    server.control.failNext(
      1,
      { status: 200, headers: { 'Content-Type': 'application/json' }, body },
      '/token',
    );
    expect((await engine.refresh(context(), grant)).idToken).toEqual(grant.idToken);
  });

  it('says who it is where nothing else does', async () => {
    const { engine, context, withSettings } = await openid();
    const grant = await engine.login(context(), 'browser');
    const silent = context(stranger, withSettings({ userinfoUrl: '' }));
    expect(await engine.identity(silent, grant)).toMatchObject({
      who: 'alice@example.test',
      details: [
        { label: 'Subject', value: 'alice' },
        { label: 'E-mail', value: 'alice@example.test' },
      ],
    });
    expect(await engine.identity(silent, { ...grant, idToken: null })).toBeNull();
  });

  it('and the user info have to be about the same user', async () => {
    const { engine, context } = await openid({ subject: 'mallory' });
    const grant = await engine.login(context(), 'browser');
    expect((await problemOf(engine.identity(context(), grant))).code).toBe('id-token-refused');
  });
});
