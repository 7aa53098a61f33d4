import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuth0Tenant } from '../../electron/demo/servers/auth0-tenant.ts';
import {
  type DatarheiCore,
  type DatarheiCoreOptions,
  startDatarheiCore,
} from '../../electron/demo/servers/datarhei-core.ts';
import { readJwt } from '../../electron/demo/servers/jwt.ts';
import { fieldOf, type Parts, type Sent, send } from './send.ts';

let core: DatarheiCore;
afterEach(() => core.close());

async function start(options: DatarheiCoreOptions = {}): Promise<void> {
  core = await startDatarheiCore({ slowFailureMs: 0, ...options });
}
const call = (target: string, parts?: Parts) => send(core, target, parts);
const login = (password = 'datarhei-pw') =>
  call('POST /api/login', { json: { username: 'admin', password } });
const refresh = (bearer: string) => call('GET /api/login/refresh', { bearer });
const brief = ({ status, text }: Sent) => `${status} ${text}`;

const SHORT = '200 {"app":"datarhei-core","auths":["localjwt"],"version":{"number":"16.0.0"}}';
const BAD_TOKEN = '401 {"code":401,"message":"Unauthorized","details":["Missing or invalid JWT token"]}';
const MISSING = '400 {"code":400,"message":"Bad Request","details":["Missing authorization credentials"]}';
const NOT_FOUND = '404 {"code":404,"message":"Not Found","details":["Not Found"]}';
const wrong = (cause: string) =>
  `401 {"code":401,"message":"Unauthorized","details":["Invalid authorization credentials: ${cause}"]}`;

describe('discovery', () => {
  it('is short without a good access token and full with one, and never a 401', async () => {
    await start({ now: () => Date.parse('2026-11-21T20:36:32.400Z') });
    const pair = await login();
    expect(brief(await call('GET /api'))).toBe(SHORT);
    for (const bad of ['garbage', fieldOf(pair, 'refresh_token')]) {
      expect(brief(await call('GET /api', { bearer: bad }))).toBe(SHORT);
    }
    expect(brief(await call('GET /api', { bearer: fieldOf(pair, 'access_token') }))).toBe(
      '200 {"app":"datarhei-core","auths":["localjwt"],"name":"real-core","id":"2abfcb18-42d7-433b-af37-de2ca7b31590","created_at":"2026-11-21T20:36:32Z","uptime_seconds":0,"version":{"number":"16.16.0","repository_commit":"","repository_branch":"","build_date":"","arch":"linux/amd64","compiler":"go1.22.12"}}',
    );
  });

  it('redirects no slash', async () => {
    await start();
    const bearer = fieldOf(await login(), 'access_token');
    expect(
      brief(await call('POST /api/login/', { json: { username: 'admin', password: 'datarhei-pw' } })),
    ).toBe(BAD_TOKEN);
    expect(brief(await call('GET /api/'))).toBe(BAD_TOKEN);
    expect((await call('GET /api/', { bearer })).status).toBe(404);
    expect((await call('HEAD /api')).status).toBe(404);
    expect((await call('GET /ping')).text).toBe('pong');
  });
});

describe('logging in', () => {
  it('gives a pair whose claims carry their whole life', async () => {
    await start({ now: () => 1_795_293_482_900 });
    const pair = await login();
    const common = { iat: 1_795_293_482, iss: 'datarhei-core', jti: expect.any(String), sub: 'admin' };
    expect(Object.keys(Object(pair.json))).toEqual(['access_token', 'refresh_token']);
    expect(readJwt(fieldOf(pair, 'access_token'))?.claims).toEqual({
      ...common,
      exi: 600,
      exp: 1_795_294_082,
      usefor: 'access',
    });
    expect(readJwt(fieldOf(pair, 'refresh_token'))?.claims).toEqual({
      ...common,
      exi: 86_400,
      exp: 1_795_379_882,
      usefor: 'refresh',
    });
  });

  it('tells a wrong password from a missing one', async () => {
    await start();
    expect(brief(await login('wrong'))).toBe(wrong('invalid username or password'));
    const right = { username: 'admin', password: 'datarhei-pw' };
    const empty = [
      { json: { username: '', password: '' } },
      { json: { username: 'admin' } },
      { form: right },
      { body: JSON.stringify(right), headers: { 'content-type': 'text/plain' } },
      { body: '{bad', headers: { 'content-type': 'application/json' } },
      { basic: ['admin', 'datarhei-pw'] as const },
      {},
    ];
    for (const parts of empty) expect(brief(await call('POST /api/login', parts))).toBe(MISSING);
  });

  it('sleeps before it refuses and answers a good login meanwhile', async () => {
    await start({ slowFailureMs: 600_000 });
    const refused = login('wrong').catch(() => 'cut off');
    await core.arrived(1);
    expect((await login()).status).toBe(200);
    await core.close();
    expect(await refused).toBe('cut off');
  });
});

describe('refreshing', () => {
  it('gives an access token alone, again and again', async () => {
    await start();
    const pair = await login();
    const answers = await Promise.all([1, 2].map(() => refresh(fieldOf(pair, 'refresh_token'))));
    for (const answer of answers) expect(Object.keys(Object(answer.json))).toEqual(['access_token']);
    const [first, second] = answers.map((answer) => fieldOf(answer, 'access_token'));
    expect(first).not.toBe(second);
    for (const bearer of [first, second, fieldOf(pair, 'access_token')]) {
      expect(brief(await call('GET /api/v3/process', { bearer: bearer ?? '' }))).toBe('200 []');
    }
  });

  it('refuses everything else with one and the same answer', async () => {
    await start();
    const pair = await login();
    const bearer = fieldOf(pair, 'refresh_token');
    expect(brief(await refresh(fieldOf(pair, 'access_token')))).toBe(BAD_TOKEN);
    expect(brief(await refresh('garbage'))).toBe(BAD_TOKEN);
    expect(brief(await call('GET /api/login/refresh'))).toBe(BAD_TOKEN);
    expect(brief(await call('POST /api/login/refresh', { bearer }))).toBe(BAD_TOKEN);
    core.control.setClockOffset(86_401_000);
    const expired = await refresh(bearer);
    expect(brief(expired)).toBe(BAD_TOKEN);
    expect(expired.headers.has('www-authenticate')).toBe(false);
  });

  it('ends every token with a changed password', async () => {
    await start();
    const pair = await login();
    core.changePassword('another');
    expect(brief(await refresh(fieldOf(pair, 'refresh_token')))).toBe(BAD_TOKEN);
    expect(brief(await call('GET /api', { bearer: fieldOf(pair, 'access_token') }))).toBe(SHORT);
    expect((await login('another')).status).toBe(200);
  });
});

describe('the API', () => {
  it('wants a live access token', async () => {
    await start();
    const pair = await login();
    const list = (bearer: string) =>
      call('GET /api/v3/process', { headers: { authorization: `bearer ${bearer}` } });
    expect(brief(await list(fieldOf(pair, 'access_token')))).toBe('200 []');
    expect(brief(await call('GET /api/v3/process'))).toBe(BAD_TOKEN);
    expect(brief(await list(fieldOf(pair, 'refresh_token')))).toBe(BAD_TOKEN);
    core.control.setClockOffset(601_000);
    expect(brief(await list(fieldOf(pair, 'access_token')))).toBe(BAD_TOKEN);
  });

  it('gives the password away in its settings', async () => {
    await start();
    const bearer = fieldOf(await login(), 'access_token');
    expect((await call('GET /api/v3/config', { bearer })).text).toContain('"password":"datarhei-pw"');
  });

  it('is open to pages of any origin', async () => {
    await start();
    const headers = { origin: 'https://page.example' };
    expect((await call('GET /api', { headers })).headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await call('OPTIONS /api/login', { headers });
    expect([preflight.status, preflight.headers.get('access-control-max-age')]).toEqual([204, '86400']);
  });
});

describe('open servers', () => {
  it('have neither login nor refresh with authentication off', async () => {
    await start({ authentication: 'off' });
    expect((await call('GET /api')).json).toMatchObject({ auths: [], id: expect.any(String) });
    expect(brief(await login())).toBe(NOT_FOUND);
    expect(brief(await call('GET /api/login/refresh'))).toBe(NOT_FOUND);
    expect(brief(await call('GET /api/v3/process', { bearer: 'any' }))).toBe('200 []');
  });

  it('refuse a good refresh token when localhost needs none', async () => {
    await start({ authentication: 'not-for-localhost' });
    expect((await call('GET /api')).json).toMatchObject({ auths: ['localjwt'], id: expect.any(String) });
    expect(brief(await refresh(fieldOf(await login(), 'refresh_token')))).toBe(
      '403 {"code":403,"message":"Forbidden","details":["Invalid token"]}',
    );
  });
});

describe('an Auth0 tenant', () => {
  const auth0 = createAuth0Tenant({
    domain: '127.0.0.1:18443',
    audience: 'https://core.example/api',
    clientid: 'client1',
    users: ['auth0|alice'],
  });
  const loginWith = (bearer: string) => call('POST /api/login', { bearer });
  const keyfunc = 'token is unverifiable: error while executing keyfunc: ';

  it('is named in the discovery and gives a pair of its subject', async () => {
    await start({ auth0 });
    expect(brief(await call('GET /api'))).toBe(
      '200 {"app":"datarhei-core","auths":["localjwt","auth0 domain=127.0.0.1:18443 audience=https://core.example/api clientid=client1"],"version":{"number":"16.0.0"}}',
    );
    const pair = await loginWith(auth0.mint('auth0|alice'));
    expect(readJwt(fieldOf(pair, 'access_token'))?.claims.sub).toBe('auth0|alice');
    expect((await refresh(fieldOf(pair, 'refresh_token'))).status).toBe(200);
    expect(brief(await call('GET /api/v3/process', { bearer: auth0.mint('auth0|alice') }))).toBe(BAD_TOKEN);
  });

  it('has its bad tokens refused with the cause', async () => {
    await start({ auth0 });
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const answers = [
      auth0.mint('auth0|mallory'),
      auth0.mint('auth0|alice', { header: { kid: 'other' } }),
      auth0.mint('auth0|alice', { header: { kid: undefined } }),
      auth0.mint('auth0|alice', { key }),
      auth0.mint('auth0|alice', { now: Date.now() - 86_401_000 }),
      auth0.mint('auth0|alice', { claims: { iss: 'https://elsewhere.example/' } }),
      'garbage',
    ].map(async (token) => brief(await loginWith(token)));
    expect(await Promise.all(answers)).toEqual([
      wrong(`${keyfunc}user not allowed`),
      wrong(`${keyfunc}no cert for kid found: the given key ID was not found in the JWKs`),
      wrong(`${keyfunc}kid not found`),
      wrong('token signature is invalid: crypto/rsa: verification error'),
      wrong('token has invalid claims: token is expired'),
      MISSING,
      MISSING,
    ]);
  });

  it('is not asked when there is a password', async () => {
    await start({ auth0 });
    const bearer = auth0.mint('auth0|alice');
    const refused = await call('POST /api/login', { bearer, json: { username: 'admin', password: 'wrong' } });
    expect(brief(refused)).toBe(wrong('invalid username or password'));
  });
});
