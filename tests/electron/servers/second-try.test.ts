import { createHash, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, EmbeddedJWK, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import type { Clock } from '../../../electron/ports.ts';
import { reply, type ScriptedAnswer, startScripted } from '../../servers/scripted.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { engineFor, problemOf } from './engine-under-test.ts';

type Values = Readonly<Record<string, string>>;
const resolveProxy = async () => 'DIRECT';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Two in the morning by the server's clock, wherever the test runs. */
const serverAt = Date.UTC(2026, 5, 1, 2);
const date = new Date(serverAt).toUTCString();

function answer(status: number, body: object, headers: Values = {}): ScriptedAnswer {
  const all = { 'Content-Type': 'application/json', Date: date, ...headers };
  return reply({ status, headers: all, body: JSON.stringify(body) });
}
const granted = answer(200, { access_token: 'a1', refresh_token: 'r1', token_type: 'DPoP', expires_in: 600 });
const plain = answer(200, { access_token: 'a1', refresh_token: 'r1', token_type: 'Bearer', expires_in: 600 });
const refused = (error: string, headers: Values = {}) => answer(400, { error }, headers);

async function openid(
  script: readonly ScriptedAnswer[],
  settings: Values = {},
  clock: Clock = createFakeClock(serverAt),
) {
  const server = await startScripted(script);
  running.push(server);
  const all = { tokenUrl: '/token', userinfoUrl: '/me', issuer: 'https://issuer.example', ...settings };
  return {
    server,
    ...engineFor('openid', server.url, all, { clock, http: createAxiosHttp({ clock, resolveProxy }) }),
  };
}

const basicOf = (authorization: string | undefined) =>
  Buffer.from((authorization ?? '').slice('Basic '.length), 'base64').toString();

describe('HTTP Basic', () => {
  const client = { clientId: 'id', clientSecret: 'a b+c' };
  const settings = { clientAuth: 'basic' };
  const login = ({ engine, context }: Awaited<ReturnType<typeof openid>>, fields: Values = client) =>
    engine.login(context(fields), 'client-credentials');

  it('is sent raw once where the encoded form is refused, and that is remembered', async () => {
    const under = await openid([answer(401, { error: 'invalid_client' }), plain], settings);
    await login(under);
    expect(under.server.requests.map(({ headers }) => basicOf(headers.authorization))).toEqual([
      'id:a+b%2Bc',
      'id:a b+c',
    ]);
    expect(under.learned).toEqual([{ clientBasic: 'raw' }]);
    expect(under.exchanges.map(({ outcome }) => outcome)).toEqual(['refused', 'ok']);
  });

  it('starts with what was learned, and learns anew where that is refused', async () => {
    const raw = { ...settings, clientBasic: 'raw' };
    const good = await openid([plain], raw);
    await login(good);
    expect(basicOf(good.server.requests[0]?.headers.authorization)).toBe('id:a b+c');
    const other = await openid([answer(401, { error: 'invalid_client' }), plain], raw);
    await login(other);
    expect(other.learned).toEqual([{ clientBasic: 'encoded' }]);
  });

  it('is refused for good where neither form is taken, and nothing is learned', async () => {
    const no = answer(401, { error: 'invalid_client' });
    const under = await openid([no, no, plain], settings);
    expect((await problemOf(login(under))).code).toBe('client-refused');
    expect([under.server.requests.length, under.learned]).toEqual([2, []]);
  });

  it.each([
    ['both forms are the same', { clientId: 'id', clientSecret: 'a-b_c.d*e' }, 'invalid_client'],
    ['the identifier holds a colon', { clientId: 'i:d', clientSecret: 'a b' }, 'invalid_client'],
    ['the client is known and may not', client, 'unauthorized_client'],
    ['it is not the client that is refused', client, 'invalid_grant'],
  ])('is sent once where %s', async (_why, fields, error) => {
    const under = await openid([answer(400, { error }), plain], settings);
    await problemOf(login(under, fields));
    expect(under.server.requests).toHaveLength(1);
  });
});

describe('a proof of the key that tokens are bound to', () => {
  const settings = { clientAuth: 'none', dpop: 'on' };
  const fields = { clientId: 'id' };

  async function signedIn(script: readonly ScriptedAnswer[], clock?: Clock) {
    const under = await openid([granted, ...script], settings, clock);
    const grant = await under.engine.login(under.context(fields), 'client-credentials');
    const proofs = () => under.server.requests.map(({ headers }) => String(headers.dpop));
    return { ...under, context: () => under.context(fields), grant, proofs };
  }
  const nonces = (proofs: readonly string[]) => proofs.map((proof) => decodeJwt(proof).nonce);

  it('is signed by the key for this very request, and never twice the same', async () => {
    const { engine, context, grant, server, proofs } = await signedIn([answer(200, { sub: 'alice' })]);
    await engine.identity(context(), grant);
    const [login = '', identity = ''] = proofs();
    const verify = (proof: string) =>
      jwtVerify(proof, EmbeddedJWK, {
        typ: 'dpop+jwt',
        algorithms: ['ES256'],
        currentDate: new Date(serverAt),
      });
    const first = await verify(login);
    expect(first.payload).toEqual({
      jti: expect.any(String),
      htm: 'POST',
      htu: `${server.url}/token`,
      iat: serverAt / 1000,
    });
    const { payload, protectedHeader } = await verify(identity);
    expect(payload).toMatchObject({ htm: 'GET', htu: `${server.url}/me` });
    expect(payload.ath).toBe(createHash('sha256').update('a1').digest('base64url'));
    expect(payload.jti).not.toBe(first.payload.jti);
    expect(protectedHeader.jwk).not.toHaveProperty('d');
    const own = await calculateJwkThumbprint(JSON.parse(grant.key ?? ''));
    expect(await calculateJwkThumbprint(protectedHeader.jwk ?? { kty: 'EC' })).toBe(own);
    expect(server.requests[1]?.headers.authorization).toBe('DPoP a1');
  });

  it('is another key for every sign-in', async () => {
    const [one, two] = [await signedIn([]), await signedIn([])];
    expect(one.grant.key).not.toBe(two.grant.key);
  });

  it('carries the last nonce of the server, whatever came with it', async () => {
    const me = (nonce: string) => answer(200, { sub: 'alice' }, { 'DPoP-Nonce': nonce });
    const { engine, context, grant, proofs } = await signedIn([me('n1'), me('n"2'), me('n3')]);
    for (let count = 0; count < 3; count += 1) await engine.identity(context(), grant);
    expect(nonces(proofs())).toEqual([undefined, undefined, 'n1', 'n1']);
  });

  it('is made anew where the nonce is asked for, once', async () => {
    const wanted = (nonce: string) => refused('use_dpop_nonce', { 'DPoP-Nonce': nonce });
    const { engine, context, grant, proofs } = await signedIn([wanted('n1'), wanted('n2'), granted]);
    expect((await problemOf(engine.refresh(context(), grant))).code).toBe('proof-refused');
    expect(nonces(proofs())).toEqual([undefined, undefined, 'n1']);
    await engine.refresh(context(), grant);
    expect(nonces(proofs()).at(-1)).toBe('n2');
  });

  it('is made anew where an API asks for the nonce in its challenge alone', async () => {
    const challenge = {
      'DPoP-Nonce': 'n1',
      'WWW-Authenticate': 'Bearer, DPoP error="use_dpop_nonce", algs="ES256"',
    };
    const { engine, context, grant, exchanges } = await signedIn([
      reply({ status: 401, headers: challenge }),
      answer(200, { sub: 'alice' }),
    ]);
    expect((await engine.identity(context(), grant))?.who).toBe('alice');
    expect(exchanges.map(({ purpose, outcome }) => `${purpose} ${outcome}`)).toEqual([
      'login ok',
      'identity unexpected',
      'identity ok',
    ]);
  });

  it('follows the server’s clock once a dead token could be a proof from another time', async () => {
    const clock = createFakeClock(serverAt);
    const { engine, context, grant, proofs } = await signedIn([refused('invalid_grant'), granted], clock);
    clock.jump(-86_400_000);
    expect((await engine.refresh(context(), grant)).accessToken).toBe('a1');
    expect(
      proofs()
        .slice(1)
        .map((proof) => decodeJwt(proof).iat),
    ).toEqual([serverAt / 1000 - 86_400, serverAt / 1000]);
  });

  it('is ruled out where it would be the same once more, and the token counts as dead', async () => {
    const { engine, context, grant, server } = await signedIn([refused('invalid_grant'), granted]);
    expect((await problemOf(engine.refresh(context(), grant))).code).toBe('grant-refused');
    expect(server.requests).toHaveLength(2);
  });

  it.each(['invalid_dpop_proof', 'use_dpop_nonce'])(
    'that is refused as %s gives no session up',
    async (error) => {
      const { engine, context, grant, exchanges } = await signedIn([refused(error)]);
      expect((await problemOf(engine.refresh(context(), grant))).code).toBe('proof-refused');
      expect(exchanges.at(-1)?.outcome).toBe('unexpected');
    },
  );

  it('is kept for the refresh token where a plain access token comes', async () => {
    const { engine, context, grant, server } = await signedIn([plain, answer(200, { sub: 'alice' })]);
    const next = await engine.refresh(context(), grant);
    expect(next).toMatchObject({ tokenType: 'Bearer', key: grant.key });
    await engine.identity(context(), next);
    expect(server.requests.at(-1)?.headers).toMatchObject({ authorization: 'Bearer a1' });
    expect(server.requests.at(-1)?.headers.dpop).toBeUndefined();
  });

  it('comes with no token of a server that knows nothing of it', async () => {
    const { engine, context } = await openid([plain], settings);
    expect(await engine.login(context(fields), 'client-credentials')).toMatchObject({ key: null });
  });

  it.each(['x', '{}', '{"kty":"oct","k":"AAAA"}'])(
    'is missed before anything is sent where the key is %j',
    async (key) => {
      const { engine, context, grant, server } = await signedIn([]);
      expect((await problemOf(engine.refresh(context(), { ...grant, key }))).code).toBe('no-token');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('is never repeated in the server’s words, nor is the key', async () => {
    const key = (grantKey: string | null) => String(JSON.parse(grantKey ?? '{}').d);
    let said = '';
    const echo: ScriptedAnswer = (response) =>
      answer(400, { error: 'server_error', error_description: said })(response);
    const { engine, context, grant } = await signedIn([echo, echo, echo]);
    for (const words of [key(grant.key), Buffer.from(`x${key(grant.key)}`).toString('base64'), 'harmless']) {
      said = `It was ${words}.`;
      const { serverSays } = await problemOf(engine.refresh(context(), grant));
      expect(serverSays).toBe(words === 'harmless' ? said : undefined);
    }
  });
});

describe('the assertion of a client', () => {
  const settings = { clientAuth: 'private_key_jwt' };
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const clientKey = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const fields = { clientId: 'id', clientKey };
  const sent = (body: string) => decodeJwt(new URLSearchParams(body).get('client_assertion') ?? '');

  it('follows the server’s clock where it is refused, once', async () => {
    const no = answer(401, { error: 'invalid_client' });
    const { engine, context, server } = await openid(
      [no, plain],
      settings,
      createFakeClock(serverAt + 3_600_000),
    );
    await engine.login(context(fields), 'client-credentials');
    const assertions = server.requests.map(({ body }) => sent(body));
    expect(assertions.map(({ iat }) => iat)).toEqual([serverAt / 1000 + 3600, serverAt / 1000]);
    expect(assertions.map(({ aud }) => aud)).toEqual(['https://issuer.example', 'https://issuer.example']);
    expect(assertions[0]?.jti).not.toBe(assertions[1]?.jti);
  });

  it('is sent once where the clocks agree', async () => {
    const { engine, context, server } = await openid(
      [answer(401, { error: 'invalid_client' }), plain],
      settings,
    );
    expect((await problemOf(engine.login(context(fields), 'client-credentials'))).code).toBe(
      'client-refused',
    );
    expect(server.requests).toHaveLength(1);
  });
});
