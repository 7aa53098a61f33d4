import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import type { RequestInput } from '../../../electron/contract/ipc.ts';
import { blankKind } from '../../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { triedSchema } from '../../../electron/contract/try-out.ts';
import { toProblem } from '../../../electron/failure.ts';
import { createTryOuts, type TryOuts } from '../../../electron/try-out/try-outs.ts';
import { type MadeUpLogin, madeUpUser, startMadeUpLogin } from '../../servers/made-up-login.ts';
import {
  html,
  json,
  reply,
  type Scripted,
  type ScriptedAnswer,
  silence,
  startScripted,
} from '../../servers/scripted.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';

type Input = RequestInput<'kind.tryOut'>;

const clock = createFakeClock();
let server: MadeUpLogin;
let scripted: Scripted;
let tryOuts: TryOuts;

beforeEach(async () => {
  server = await startMadeUpLogin({ now: clock.now });
  scripted = await startScripted([]);
  tryOuts = createTryOuts({ http: createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' }), clock });
});
afterEach(async () => {
  tryOuts.endAll();
  await server.close();
  await scripted.close();
});

function input(call: Input['call'], more: Partial<Input> = {}): Input {
  return {
    tryOutId: 't',
    kind: madeUpKind,
    address: server.url,
    allowPlainHttp: false,
    settings: {},
    loginId: 'password',
    fields: madeUpUser,
    call,
    send: true,
    ...more,
  };
}

/** What the window gets, which nothing may leave that the contract does not name. */
async function tried(call: Input['call'], more: Partial<Input> = {}) {
  return triedSchema.parse(await tryOuts.run(input(call, more)));
}

/** A dry run of one login against one scripted answer. */
function answered(answer: ScriptedAnswer, kind: ServerKind = plain) {
  scripted.queue(answer);
  return tried('login', { kind, address: scripted.url });
}

const plain: ServerKind = { ...blankKind, label: 'Plain' };

describe('a dry run that sends nothing', () => {
  it('shows the exact request with secrets masked', async () => {
    const { exchanges, filled, problem, holds } = await tried('login', { send: false });
    expect(exchanges).toEqual([
      {
        method: 'POST',
        url: `${server.url}/v1/sessions`,
        headers: [
          { name: 'Accept', value: 'application/json' },
          { name: 'Content-Type', value: 'application/json' },
        ],
        body: '{"credentials":{"user":"ada","pass":"••••••••"},"client":{"name":"lanyard"}}',
        answer: null,
      },
    ]);
    expect([filled, problem, holds]).toEqual([null, null, { accessToken: false, refreshToken: false }]);
    expect(server.requests).toEqual([]);
  });

  it('shows what is not known yet by its name', async () => {
    const [login] = (await tried('login', { send: false, fields: {} })).exchanges;
    expect(login?.body).toBe(
      '{"credentials":{"user":"{username}","pass":"{password}"},"client":{"name":"lanyard"}}',
    );
    const [refresh] = (await tried('refresh', { send: false })).exchanges;
    expect(refresh).toMatchObject({ method: 'PUT', body: null });
    expect(refresh?.headers).toContainEqual({ name: 'X-Refresh', value: '{refreshToken}' });
    const [identity] = (await tried('identity', { send: false })).exchanges;
    expect(identity?.headers).toContainEqual({ name: 'Authorization', value: 'Bearer {accessToken}' });
  });

  it.each([
    [
      'a form',
      { body: { as: 'form', fields: { user: '{username}', pw: '{password}' } } },
      'user=ada&pw=••••••••',
    ],
    ['Basic', { method: 'GET' as const, basic: { username: '{username}', password: '{password}' } }, null],
  ])('masks %s too', async (_, part, body) => {
    const kind = {
      ...plain,
      logins: plain.logins.map((login) => ({
        ...login,
        request: { method: 'POST' as const, path: '/l', ...part },
      })),
    };
    const result = await tried('login', { send: false, kind });
    expect(result.exchanges[0]?.body).toBe(body);
    const text = JSON.stringify(result);
    expect(text).not.toContain(madeUpUser.password);
    expect(text).not.toContain(Buffer.from(`ada:${madeUpUser.password}`).toString('base64'));
    if (body === null) expect(text).toContain('Basic ••••••••');
  });
});

describe('a dry run', () => {
  it('goes through login, refresh, who am I and sign-out, with what each answer filled', async () => {
    const login = await tried('login');
    expect(login).toMatchObject({
      filled: {
        what: 'grant',
        isNewRefreshToken: true,
        access: { expiresAt: clock.now() + 15 * 60_000, source: 'expires_at' },
      },
      problem: null,
      holds: { accessToken: true, refreshToken: true },
    });
    expect(login.exchanges[0]?.answer).toMatchObject({ status: 201, cut: false });
    expect(JSON.parse(login.exchanges[0]?.answer?.body ?? '')).toEqual({
      session: {
        tokens: { access: '••••••••', refresh: '••••••••' },
        validUntil: new Date(clock.now() + 15 * 60_000).toISOString(),
      },
    });
    const refresh = await tried('refresh');
    expect(refresh).toMatchObject({ filled: { what: 'grant', isNewRefreshToken: true }, problem: null });
    expect(refresh.exchanges[0]?.answer?.headers).toContainEqual({ name: 'x-refresh', value: '••••••••' });
    expect(await tried('identity')).toMatchObject({
      filled: {
        what: 'identity',
        identity: { who: 'ada@example.org', details: [{ value: 'Ada Lovelace' }] },
      },
    });
    const end = await tried('end');
    expect(end).toMatchObject({ filled: { what: 'end', ended: 'logged-out', proved: true }, problem: null });
    expect(end.exchanges.map(({ method }) => method)).toEqual(['DELETE', 'GET']);
    expect(end.holds).toEqual({ accessToken: false, refreshToken: false });

    const secrets = [
      madeUpUser.password,
      ...server.requests.flatMap(({ headers }) => [headers['x-refresh'], headers.authorization?.slice(7)]),
    ];
    const shown = JSON.stringify([login, refresh, end]);
    for (const secret of secrets.filter(Boolean)) expect(shown).not.toContain(secret);
  });

  it('sends no token that it won to another place', async () => {
    await tried('login');
    for (const more of [{ address: scripted.url }, { kind: { ...madeUpKind, origins: [scripted.url] } }]) {
      expect(await tried('identity', more)).toMatchObject({ exchanges: [], problem: { code: 'no-token' } });
    }
    expect(scripted.requests).toEqual([]);
    expect(await tried('identity')).toMatchObject({ problem: null });
  });

  it('forgets what it won when it ends, at a lock, and for another run', async () => {
    await tried('login');
    expect(await tried('identity', { tryOutId: 'other' })).toMatchObject({ problem: { code: 'no-token' } });
    tryOuts.end('t');
    expect(await tried('refresh')).toMatchObject({ problem: { code: 'nothing-to-refresh-with' } });
    await tried('login');
    tryOuts.endAll();
    expect(await tried('identity')).toMatchObject({ problem: { code: 'no-token' } });
  });

  it('is cut short when it ends', async () => {
    scripted.queue(silence());
    const run = tried('login', { kind: plain, address: scripted.url });
    await scripted.arrived(1);
    tryOuts.end('t');
    expect(await run).toMatchObject({ problem: { code: 'cancelled' }, exchanges: [{ answer: null }] });
  });

  it('says what is wrong with a description by its path, before anything is sent', async () => {
    const thrown = await tryOuts.run(input('login', { kind: { ...madeUpKind, label: '' } })).catch(toProblem);
    expect(thrown).toEqual({ code: 'bad-input', field: 'label', fields: { label: 'Needed' } });
    expect(await tryOuts.run(input('login', { address: 'http://192.0.2.1' })).catch(toProblem)).toMatchObject(
      {
        code: 'plain-http-refused',
      },
    );
    expect(server.requests).toEqual([]);
  });
});

describe('what a dry run shows of an answer', () => {
  it('keeps a token back that stands where nobody looked for it', async () => {
    const token = 'q7Zk29dLw0XvB4nT8sYf';
    const { exchanges, problem } = await answered(
      json(200, JSON.stringify({ data: { t: token }, auth_token: 'short', name: 'Ada' })),
    );
    expect(problem).toMatchObject({ code: 'reply-without-token' });
    expect(JSON.parse(exchanges[0]?.answer?.body ?? '')).toEqual({
      data: { t: '••••••••' },
      auth_token: '••••••••',
      name: 'Ada',
    });
  });

  it('shows dates, numbers, addresses without their query, and words', async () => {
    const body = {
      token_type: 'Bearer',
      expires_in: 900,
      until: '2026-01-01T12:15:00+01:00',
      next: 'https://api.example/renew?code=abc',
      scope: 'read:things write:things',
      kind: 'client_credentials',
      ok: true,
      none: null,
    };
    const { exchanges } = await answered(json(200, JSON.stringify(body)));
    expect(JSON.parse(exchanges[0]?.answer?.body ?? '')).toEqual({
      ...body,
      next: 'https://api.example/renew?••••••••',
    });
  });

  it('masks an echo of what was typed, in headers and in words too', async () => {
    const echo = `Unknown: ${encodeURIComponent(madeUpUser.password)}`;
    const headers = { 'X-Echo': madeUpUser.password, 'Set-Cookie': 'sid=1', 'Content-Type': 'text/plain' };
    const result = await answered(reply({ status: 400, headers, body: echo }));
    const text = JSON.stringify(result);
    expect(text).not.toContain(madeUpUser.password);
    expect(text).not.toContain(encodeURIComponent(madeUpUser.password));
    expect(text).not.toContain('sid=1');
    expect(result.problem).toMatchObject({ status: 400 });
  });

  it('masks a short secret as a whole word, and tears no other apart', async () => {
    scripted.queue(json(401, '{"detail":"no a here","echo":"a"}'));
    const fields = { username: 'Bob', password: 'a' };
    const { exchanges } = await tried('login', { kind: plain, address: scripted.url, fields });
    expect(exchanges[0]?.body).toBe('{"username":"Bob","password":"••••••••"}');
    expect(JSON.parse(exchanges[0]?.answer?.body ?? '')).toEqual({ detail: '••••••••', echo: '••••••••' });
  });

  it('masks what is a secret in this login though another login shows a field of that name', async () => {
    const [login] = plain.logins;
    if (!login) throw new Error('There is no login.');
    const fields = login.fields.map((field) => ({ ...field, type: 'text' as const, secret: false }));
    const kind = { ...plain, logins: [login, { ...login, id: 'other', fields }] };
    const result = await answered(json(400, JSON.stringify({ note: madeUpUser.password })), kind);
    expect(JSON.stringify(result)).not.toContain(madeUpUser.password);
  });

  const hidden = { refresh: 'rt_Zq0123456789abcdef', pin: 48151623, pass: { pin: '4815' } };

  it('masks in what a login filled what the answer masks, wherever a description looks for it', async () => {
    const body = { access_token: 'tok-abc', secret: 987654321, scope: `read ${hidden.refresh}`, ...hidden };
    for (const scope of ['access_token', 'refresh', 'pin', 'pass.pin', 'scope']) {
      const kind = { ...plain, grant: { accessToken: 'access_token', scope, tokenType: scope } };
      const { filled, exchanges } = await answered(json(200, JSON.stringify(body)), kind);
      const text = JSON.stringify([filled, exchanges]);
      expect(filled).toMatchObject({ what: 'grant', scope: expect.stringMatching(/^(?:read )?•{8}$/) });
      for (const secret of ['tok-abc', hidden.refresh, '48151623', '4815', '987654321']) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('masks it in who the user is said to be, and shows names', async () => {
    const kind: ServerKind = {
      ...plain,
      identity: {
        request: { method: 'GET', path: '/me', bearer: '{accessToken}' },
        who: ['refresh'],
        details: [
          { label: 'One', path: 'pin' },
          { label: 'Two', path: 'pass.pin' },
          { label: 'Mail', path: 'mail' },
        ],
      },
    };
    await answered(json(200, '{"access_token":"tok-abc"}'), kind);
    scripted.queue(json(200, JSON.stringify({ ...hidden, mail: 'ada@example.org' })));
    const { filled } = await tried('identity', { kind, address: scripted.url });
    expect(filled).toMatchObject({
      identity: {
        who: '••••••••',
        details: [{ value: '••••••••' }, { value: '••••••••' }, { label: 'Mail', value: 'ada@example.org' }],
      },
    });
  });

  it('cuts what is long or deep, and shows a web page as the text it is', async () => {
    const long = await answered(json(200, JSON.stringify(Array.from({ length: 20_000 }, () => 'word'))));
    expect(long.exchanges[0]?.answer?.cut).toBe(true);
    expect(long.exchanges[0]?.answer?.body.length).toBeLessThan(64_000);
    const deep = await answered(json(200, `${'['.repeat(100_000)}${']'.repeat(100_000)}`));
    expect(deep.exchanges[0]?.answer?.cut).toBe(true);
    const page = await answered(html(200, 'Sign in'));
    expect(page.exchanges[0]?.answer?.body).toContain('<h1>Sign in</h1>');
    expect(page.problem).toMatchObject({ code: 'reply-not-json' });
  });
});
