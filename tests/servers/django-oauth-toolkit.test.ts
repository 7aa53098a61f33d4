import { afterAll, describe, expect, it } from 'vitest';
import {
  type DjangoOauthToolkitOptions,
  startDjangoOauthToolkit,
} from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { startRealDjango } from './real/real-django.ts';
import { fieldOf, type Parts, type Sent, send } from './send.ts';

type Call = (target: string, parts?: Parts) => Promise<Sent>;
type Fields = Readonly<Record<string, string>>;

const TOKEN = '/auth/oauth2/token/';
const REVOKE = '/auth/oauth2/revoke_token/';
const INTROSPECT = '/auth/oauth2/introspect/';
const client = ['password-client', 'password-client-secret'] as const;
const service = ['service-client', 'service-client-secret'] as const;
const odd = ['odd-client', 'a+b%20c:d&e=f/é'] as const;
const alice = { grant_type: 'password', username: 'alice', password: 'alice-password' };

const COMPARED = ['content-type', 'www-authenticate', 'location', 'cache-control', 'pragma', 'vary'];

/** What two servers must have in common: all but the tokens, the instants and the order of the allowed methods. */
function gist(sent: Sent): readonly unknown[] {
  const headers = COMPARED.map((name) => sent.headers.get(name));
  const allowed = sent.headers.get('allow')?.split(', ').sort();
  const text = sent.text
    .replaceAll(/(?<=token": ")[A-Za-z0-9]{30}(?=")/g, 'TOKEN')
    .replaceAll(/(?<="exp": )\d{10}/g, 'INSTANT');
  return [sent.status, ...headers, allowed, text];
}

/** Sends one list of requests, later ones built on earlier answers, and returns every answer. */
async function exercise(call: Call, format: 'json' | 'form'): Promise<readonly (readonly unknown[])[]> {
  const gists: (readonly unknown[])[] = [];
  const keep: Call = async (target, parts) => {
    const sent = await call(target, parts);
    gists.push([target, parts, ...gist(sent)]);
    return sent;
  };
  const other = format === 'json' ? 'form' : 'json';
  const token = (fields: Fields, basic?: Parts['basic']) =>
    keep(`POST ${TOKEN}`, { [format]: fields, ...(basic && { basic }) });
  const refresh = (refresh_token: string, more: Fields = {}, basic: Parts['basic'] = client) =>
    token({ grant_type: 'refresh_token', refresh_token, ...more }, basic);
  const introspect = (value: string, basic: Parts['basic'] = client) =>
    keep(`POST ${INTROSPECT}`, { form: { token: value }, basic });
  const visit = async (bearer: string) => {
    await keep('GET /api/me/', { bearer });
    await keep('GET /api/rest/me/', { bearer });
  };

  for (const fields of [
    { grant_type: 'password' },
    { grant_type: 'refresh_token' },
    { grant_type: 'client_credentials' },
    { grant_type: 'authorization_code' },
    { grant_type: 'nope' },
  ]) {
    await keep(`POST ${TOKEN}`, { json: fields });
    await keep(`POST ${TOKEN}`, { form: fields });
    await keep(`POST ${TOKEN}`, { body: JSON.stringify(fields) });
    await keep(`POST ${TOKEN}`, { body: new URLSearchParams(fields).toString() });
  }
  for (const body of ['', '[]', 'null', '{bad']) {
    await keep(`POST ${TOKEN}`, { body, headers: { 'content-type': 'application/json' } });
  }
  for (const target of [TOKEN, REVOKE]) {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) await keep(`${method} ${target}`);
    await keep(`POST ${target}?x=1`, { [format]: alice, basic: client });
  }
  await keep('POST /auth/oauth2/token', { [format]: alice, basic: client });
  await keep('GET /auth/oauth2/token?x=1');
  for (const path of ['/', '/nope', '/nope/', '/auth/oauth2/']) await keep(`GET ${path}`);

  await token(alice, ['password-client', 'nope']);
  await token(alice, ['nobody', 'nope']);
  await token({ ...alice, client_id: 'password-client' });
  await token({ ...alice, password: 'nope' }, client);
  await token({ ...alice, username: 'nobody' }, client);
  await token({ ...alice, password: '' }, client);
  await token({ grant_type: 'password', username: 'alice' }, client);
  await token(alice, service);
  for (const scope of ['nope', '', 'read nope', 'read']) await token({ ...alice, scope }, client);
  await token({ grant_type: 'client_credentials' }, client);
  await token({ grant_type: 'client_credentials' }, odd);
  await keep(`POST ${TOKEN}`, { [other]: alice, basic: client });
  await token({ ...alice, client_id: client[0], client_secret: client[1] });
  await token({ ...alice, client_id: client[0], client_secret: client[1] }, ['password-client', 'nope']);
  const raw = Buffer.from(odd.join(':')).toString('base64');
  const unencoded = { authorization: `Basic ${raw}` };
  await keep(`POST ${TOKEN}`, { [format]: { grant_type: 'client_credentials' }, headers: unencoded });

  const own = fieldOf(await token({ grant_type: 'client_credentials' }, service), 'access_token');
  await introspect(own);
  await visit(own);
  const first = await token(alice, client);
  const firstAccess = fieldOf(first, 'access_token');
  const firstRefresh = fieldOf(first, 'refresh_token');
  await introspect(firstAccess);
  await introspect(firstRefresh);
  await introspect(firstAccess, ['password-client', 'nope']);
  await keep(`POST ${INTROSPECT}`, { json: { token: firstAccess }, basic: client });
  await keep(`GET ${INTROSPECT}?token=${firstAccess}`, { basic: client });
  await keep(`GET ${INTROSPECT}?token=${firstAccess}`, { bearer: firstAccess });
  await visit(firstAccess);
  await keep('POST /api/rest/me/', { bearer: firstAccess });
  await keep(`POST ${TOKEN}`, { [format]: alice, bearer: firstAccess });
  await keep(`POST ${REVOKE}`, { [format]: { token: firstAccess }, bearer: firstAccess });

  await refresh(firstRefresh, {}, service);
  await refresh(firstRefresh, { scope: 'read nope' });
  const second = await refresh(firstRefresh);
  await visit(firstAccess);
  await visit(fieldOf(second, 'access_token'));
  await refresh(firstRefresh);
  await refresh('unknown');
  await refresh('');
  const narrow = await refresh(fieldOf(second, 'refresh_token'), { scope: 'read' });
  await refresh(fieldOf(narrow, 'refresh_token'), { scope: 'read write' });

  await keep(`POST ${REVOKE}`, { [other]: { token: fieldOf(narrow, 'refresh_token') }, basic: client });
  await visit(fieldOf(narrow, 'access_token'));
  await keep(`POST ${REVOKE}`, { [format]: { token: fieldOf(narrow, 'refresh_token') }, basic: client });
  await visit(fieldOf(narrow, 'access_token'));
  await refresh(fieldOf(narrow, 'refresh_token'));
  await keep(`POST ${REVOKE}`, { [format]: { token: 'unknown' }, basic: client });
  await keep(`POST ${REVOKE}`, { [format]: { token: 'unknown' } });

  const third = await token(alice, client);
  const credentials = { client_id: client[0], client_secret: client[1] };
  await keep(`POST ${REVOKE}`, { [format]: { token: fieldOf(third, 'access_token'), ...credentials } });
  await refresh(fieldOf(third, 'refresh_token'));
  await keep(`POST ${REVOKE}`, { [format]: { token: fieldOf(third, 'refresh_token'), ...credentials } });
  await refresh(fieldOf(third, 'refresh_token'));

  const introspector = await token({ grant_type: 'client_credentials', scope: 'introspection' }, service);
  const bearer = fieldOf(introspector, 'access_token');
  await keep(`POST ${INTROSPECT}`, { form: { token: bearer }, bearer });
  await visit('nope');
  await visit('');
  await keep('GET /api/me/');
  await keep('GET /api/rest/me/');
  return gists;
}

/** Replaces tokens inside the requests, which differ from server to server. */
const comparable = (gists: readonly (readonly unknown[])[]) =>
  JSON.parse(JSON.stringify(gists).replaceAll(/(?<=["=])[A-Za-z0-9]{30}(?=")/g, 'TOKEN'));

const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

async function both(
  options: DjangoOauthToolkitOptions,
): Promise<{ readonly standIn: Call; readonly real: Call }> {
  const [standIn, real] = await Promise.all([startDjangoOauthToolkit(options), startRealDjango(options)]);
  closing.push(standIn.close, real.close);
  return { standIn: send.bind(undefined, standIn), real: send.bind(undefined, real) };
}

describe('the stand-in and the real toolkit', () => {
  it.each(['json', 'form'] as const)(
    'answer the same when bodies are %s',
    async (bodyFormat) => {
      const { standIn, real } = await both({ bodyFormat });
      const answers = comparable(await exercise(standIn, bodyFormat));
      expect(answers.length).toBeGreaterThan(100);
      expect(answers).toEqual(comparable(await exercise(real, bodyFormat)));
    },
    60_000,
  );

  it('answer the same without rotation and within the grace period', async () => {
    const answers: unknown[][] = [[], []];
    for (const options of [{ rotate: false }, { refreshGrace: 600 }]) {
      const { standIn, real } = await both(options);
      for (const [index, call] of [standIn, real].entries()) {
        const login = await call(`POST ${TOKEN}`, { json: alice, basic: client });
        const refresh = (refresh_token: string) =>
          call(`POST ${TOKEN}`, { json: { grant_type: 'refresh_token', refresh_token }, basic: client });
        const old = fieldOf(login, 'refresh_token');
        const next = await refresh(old);
        const again = await refresh(old);
        await refresh(fieldOf(next, 'refresh_token'));
        const late = await refresh(old);
        const dead = await call('GET /api/me/', { bearer: fieldOf(login, 'access_token') });
        const isKept = fieldOf(next, 'refresh_token') === old;
        const isRepeated = fieldOf(next, 'access_token') === fieldOf(again, 'access_token');
        answers[index]?.push(...[next, again, late, dead].map(gist), isKept, isRepeated);
      }
    }
    expect(answers[0]).toEqual(answers[1]);
  }, 60_000);

  it('answer the same about an expired token', async () => {
    const { standIn, real } = await both({ accessTtl: -1 });
    const answers: unknown[][] = [];
    for (const call of [standIn, real]) {
      const bearer = fieldOf(await call(`POST ${TOKEN}`, { json: alice, basic: client }), 'access_token');
      const sent = [
        await call('GET /api/rest/me/', { bearer }),
        await call('GET /api/me/', { bearer }),
        await call(`POST ${INTROSPECT}`, { form: { token: bearer }, basic: client }),
      ];
      answers.push(sent.map(gist));
    }
    expect(answers[0]).toEqual(answers[1]);
  }, 60_000);
});

describe('the toolkit as recorded', () => {
  it('counts expires_in in seconds, or in milliseconds where one site says so', async () => {
    const recorded =
      /^\{"access_token": "\w{30}", "expires_in": (\d+), "token_type": "Bearer", "scope": "read write", "refresh_token": "\w{30}"\}$/;
    for (const [expiresInUnit, expected] of [
      ['s', '600'],
      ['ms', '600000'],
    ] as const) {
      const standIn = await startDjangoOauthToolkit({ expiresInUnit });
      closing.push(standIn.close);
      const { text } = await send(standIn, `POST ${TOKEN}`, { json: alice, basic: client });
      expect(recorded.exec(text)?.[1]).toBe(expected);
    }
  });

  it('tells its body format to a refresh request without a token or a client', async () => {
    const missing = '{"error": "invalid_request", "error_description": "Missing refresh token parameter."}';
    const unread = '{"error": "unsupported_grant_type"}';
    for (const bodyFormat of ['json', 'form'] as const) {
      const { standIn, real } = await both({ bodyFormat });
      for (const call of [standIn, real]) {
        const fields = { grant_type: 'refresh_token' };
        const json = await call(`POST ${TOKEN}`, { json: fields });
        const form = await call(`POST ${TOKEN}`, { form: fields });
        expect([json.status, form.status]).toEqual([400, 400]);
        expect([json.text, form.text]).toEqual(bodyFormat === 'json' ? [missing, unread] : [unread, missing]);
      }
    }
  }, 60_000);

  it('kills the old access token with a refresh', async () => {
    const standIn = await startDjangoOauthToolkit();
    closing.push(standIn.close);
    const login = await send(standIn, `POST ${TOKEN}`, { json: alice, basic: client });
    const json = { grant_type: 'refresh_token', refresh_token: fieldOf(login, 'refresh_token') };
    await send(standIn, `POST ${TOKEN}`, { json, basic: client });
    const after = await send(standIn, 'GET /api/rest/me/', { bearer: fieldOf(login, 'access_token') });
    expect([after.status, after.headers.get('www-authenticate'), after.text]).toEqual([
      401,
      'Bearer realm="api",error="invalid_token",error_description="The access token is invalid."',
      '{"detail":"Authentication credentials were not provided."}',
    ]);
  });
});
