import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../electron/contract/problem.ts';
import type { Purpose, ServerKind } from '../../../electron/contract/server-kind.ts';
import { Failure } from '../../../electron/failure.ts';
import type { HttpReply } from '../../../electron/ports.ts';
import { readGrant } from '../../../electron/servers/grant.ts';
import { valueAt, valuesAt } from '../../../electron/servers/json-path.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { refusalOf } from '../../../electron/servers/refusal.ts';
import { readReply } from '../../../electron/servers/reply.ts';
import { replyClass } from '../../../electron/servers/reply-class.ts';
import type { Grant } from '../../../electron/servers/server.ts';
import { cleanWords } from '../../../electron/servers/server-words.ts';

const receivedAt = Date.UTC(2026, 0, 1, 12);
const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html; charset=utf-8' };

const reply = (status: number, body = '', headers: HttpReply['headers'] = json): HttpReply => ({
  status,
  body,
  headers,
  sentAt: receivedAt - 10,
  receivedAt,
});

function kindNamed(id: string): ServerKind {
  const kind = kinds.find((one) => one.id === id);
  if (!kind) throw new Error(`No kind ${id}.`);
  return kind;
}
const zebbra = kindNamed('zebbra');
const core = kindNamed('datarhei-core');
const toolkit = kindNamed('django-oauth-toolkit');
const oauth2 = kindNamed('oauth2');

const problem = (kind: ServerKind, purpose: Purpose, raw: HttpReply, secrets: readonly string[] = []) =>
  refusalOf(kind, purpose, readReply(raw), secrets);
function classed(kind: ServerKind, purpose: Purpose, raw: HttpReply) {
  const found = problem(kind, purpose, raw);
  return found && [found.code, replyClass(found)];
}
const error = (name: string) => JSON.stringify({ error: name });

describe('what a reply to a refresh means', () => {
  it.each([
    [400, error('invalid_grant'), json, 'grant-refused', 'refused'],
    [200, error('invalid_grant'), json, 'grant-refused', 'refused'],
    [200, error('bad_refresh_token'), json, 'grant-refused', 'refused'],
    [401, error('expired_token'), json, 'grant-refused', 'refused'],
    [503, error('invalid_grant'), json, 'grant-refused', 'refused'],
    [401, error('invalid_client'), json, 'client-refused', 'refused'],
    [400, error('unauthorized_client'), json, 'client-refused', 'refused'],
    [400, error('invalid_request'), json, 'server-refused', 'unexpected'],
    [400, error('invalid_scope'), json, 'scope-refused', 'unexpected'],
    [200, error('made_up'), json, 'server-refused', 'unexpected'],
    [400, '{}', json, 'server-refused', 'unexpected'],
    [401, '', json, 'server-refused', 'later'],
    [401, '<h1>Log in to the hotel</h1>', html, 'reply-not-json', 'later'],
    [403, '<h1>Blocked</h1>', html, 'reply-not-json', 'later'],
    [403, '{}', json, 'server-refused', 'later'],
    [404, '<h1>Not Found</h1>', html, 'not-found', 'later'],
    [405, '{}', json, 'not-found', 'later'],
    [408, '', json, 'server-busy', 'later'],
    [425, '', json, 'server-busy', 'later'],
    [429, error('invalid_grant'), json, 'server-busy', 'later'],
    [500, '<h1>Server Error (500)</h1>', html, 'server-failed', 'later'],
    [502, '', html, 'server-failed', 'later'],
    [503, '{}', json, 'server-failed', 'later'],
    [504, '', html, 'server-failed', 'later'],
    [301, '', html, 'redirected', 'later'],
    [302, error('invalid_grant'), json, 'redirected', 'later'],
    [304, '', json, 'redirected', 'later'],
  ])('%d %s', (status, body, headers, code, outcome) => {
    expect(classed(toolkit, 'refresh', reply(status, body, headers))).toEqual([code, outcome]);
  });

  it.each([401, 403])('takes a %d for a refusal where the kind says so', (status) => {
    const refused = reply(
      status,
      '{"code":401,"message":"Unauthorized","details":["Missing or invalid JWT token"]}',
    );
    expect(classed(core, 'refresh', refused)).toEqual(['grant-refused', 'refused']);
    expect(problem(core, 'refresh', refused)?.serverSays).toBe('Missing or invalid JWT token');
  });

  it.each([401, 403])('does not take a web page with %d for that refusal', (status) => {
    expect(classed(core, 'refresh', reply(status, '<p>portal', html))).toEqual(['reply-not-json', 'later']);
  });

  it('sees no problem in a success', () => {
    expect(problem(core, 'refresh', reply(200, '{"access_token":"a","error":""}'))).toBeNull();
  });
});

describe('what a reply to a login means', () => {
  it.each([
    [
      toolkit,
      400,
      '{"error":"invalid_grant","error_description":"Invalid credentials given."}',
      'credentials-refused',
    ],
    [toolkit, 401, error('invalid_client'), 'client-refused'],
    [toolkit, 400, error('invalid_scope'), 'scope-refused'],
    [zebbra, 401, '{"detail":"Incorrect username or password"}', 'credentials-refused'],
    [zebbra, 401, '{"detail":"OTP of Two-Factor Authentication is invalid"}', 'one-time-password-needed'],
    [zebbra, 404, '{"detail":"Not Found"}', 'not-found'],
    [
      core,
      401,
      '{"details":["Invalid authorization credentials: invalid username or password"]}',
      'credentials-refused',
    ],
    [core, 400, '{"details":["Missing authorization credentials"]}', 'credentials-refused'],
    [oauth2, 400, error('invalid_target'), 'scope-refused'],
  ])('%o %d %s', (kind, status, body, code) => {
    expect(problem(kind, 'login', reply(status, body))?.code).toBe(code);
  });

  it('does not take a bare 401 for a wrong password', () => {
    expect(classed(zebbra, 'login', reply(401, ''))).toEqual(['server-refused', 'later']);
  });

  it('asks for the one-time password at its field', () => {
    const asked = problem(
      zebbra,
      'login',
      reply(401, '{"detail":"OTP of Two-Factor Authentication is invalid"}'),
    );
    expect(asked).toEqual({
      code: 'one-time-password-needed',
      status: 401,
      field: 'otp',
      serverSays: 'OTP of Two-Factor Authentication is invalid',
    });
  });

  it('puts the complaints of a list at their fields', () => {
    const detail = ['first_name', 'password', 'unheard_of'].map((name) => ({
      loc: ['body', name],
      msg: 'field required',
      type: 'value_error.missing',
    }));
    expect(problem(zebbra, 'register', reply(422, JSON.stringify({ detail })))).toEqual({
      code: 'bad-input',
      status: 422,
      field: 'firstName',
      fields: { firstName: 'field required', password: 'field required' },
      serverSays: 'first_name: field required; password: field required; unheard_of: field required',
    });
  });

  it('says whose name is taken', () => {
    const taken = (detail: string) => problem(zebbra, 'register', reply(409, JSON.stringify({ detail })));
    expect(taken('Username already exists')).toMatchObject({ code: 'already-exists', field: 'username' });
    expect(taken('Workspace name already exists')).toMatchObject({ field: 'newWorkspaceName' });
  });
});

describe('what a reply to the identity call means', () => {
  it.each([
    [zebbra, 401, '{"detail":"Could not validate credentials"}', json, 'token-refused'],
    [toolkit, 403, '', html, 'token-refused'],
    [toolkit, 403, '{"detail":"You do not have permission"}', json, 'server-refused'],
    [toolkit, 403, '<h1>portal</h1>', html, 'reply-not-json'],
    [oauth2, 403, error('insufficient_scope'), json, 'scope-refused'],
    [oauth2, 401, error('invalid_token'), json, 'token-refused'],
    [zebbra, 400, '{"detail":"Inactive user"}', json, 'server-refused'],
  ])('%o %d %s', (kind, status, body, headers, code) => {
    expect(problem(kind, 'identity', reply(status, body, headers))?.code).toBe(code);
  });
});

describe('Retry-After', () => {
  const nextTry = (value: string, date?: string) =>
    (problem(toolkit, 'refresh', reply(503, '', { 'retry-after': value, ...(date && { date }) }))
      ?.nextTryAt ?? 0) - receivedAt;

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['999999', 3_600_000],
    [new Date(receivedAt + 30_000).toUTCString(), 30_000],
    [new Date(receivedAt - 30_000).toUTCString(), 0],
    [new Date(receivedAt + 86_400_000).toUTCString(), 3_600_000],
  ])('of %s is obeyed, up to an hour', (value, delayMs) => {
    expect(nextTry(value)).toBe(delayMs);
  });

  it('as a date is held against the server’s own clock', () => {
    const skewed = receivedAt + 86_400_000;
    expect(nextTry(new Date(skewed + 30_000).toUTCString(), new Date(skewed).toUTCString())).toBe(30_000);
  });

  it('that makes no sense is passed over', () => {
    expect(nextTry('soon')).toBe(-receivedAt);
  });
});

describe('a redirect', () => {
  it.each([
    ['https://login.example/sso?token=secret#x', 'https://login.example/sso'],
    ['/auth/oauth2/token/?code=secret', '/auth/oauth2/token/'],
    ['//other.example/x', 'https://other.example/x'],
    ['http://%', undefined],
  ])('to %s is named without its query', (location, detail) => {
    const found = problem(toolkit, 'login', reply(302, '', { ...html, location }));
    expect([found?.code, found?.detail]).toEqual(['redirected', detail]);
  });
});

describe('a redirect whose path holds what was sent', () => {
  const token = 'canary/refresh+token-0123456789';
  const secrets = [token, 'canary-password'];

  it.each([
    `https://elsewhere.example/login/${encodeURIComponent(token)}/`,
    `https://elsewhere.example/login/${token}`,
    `https://elsewhere.example/${Buffer.from(token).toString('base64url')}`,
    'https://elsewhere.example/canary%2Dpassword?x=1',
    'https://elsewhere.example/eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln',
  ])('names the server alone: %s', (location) => {
    const found = problem(toolkit, 'refresh', reply(302, '', { ...html, location }), secrets);
    expect(found).toMatchObject({ code: 'redirected', detail: 'https://elsewhere.example' });
  });

  it.each([`/login/${encodeURIComponent(token)}`, '/canary-password/', 'https://canary-password.example/x'])(
    'names nothing where it leads nowhere else, or the name itself holds it: %s',
    (location) => {
      const found = problem(toolkit, 'refresh', reply(302, '', { ...html, location }), secrets);
      expect([found?.code, found?.detail]).toEqual(['redirected', undefined]);
    },
  );
});

describe('the server’s words', () => {
  it('lose line breaks, control and direction characters', () => {
    expect(cleanWords('a\r\n\u001b[31mb\u202ec\u0000 d', [])).toBe('a [31mb c d');
  });

  it('are cut to 300 characters, never through the middle of one', () => {
    const cut = cleanWords(`${'x'.repeat(298)}😀😀`, []) ?? '';
    expect(cut).toBe(`${'x'.repeat(298)}…`);
  });

  it.each([
    'the password hunter22 is wrong',
    'Basic aWQ6czNjcmV0ISE= failed',
    'got s3cret%21%21',
    'open\r\nsesame',
    'open+sesame',
    'hunt\u200ber\u00ad22',
    'is p&amp;w&quot;&#228;&lt; right?',
    'is p&#x26;w&#34;&auml;&lt; right?',
    'is p%26w%22%c3%a4%3c right?',
    'is p%26w%22%C3%A4%3C right?',
    'is p%2526w%2522%25c3%25a4%253c right?',
    'is "p&w\\"\\u00e4\\u003c" right?',
    'is \\"p&w\\\\\\"\\\\u00E4<\\" right?',
    `is ${Buffer.from('p&w"ä<').toString('base64')} right?`,
    `is x${Buffer.from('>?p&w"ä<?>').toString('base64url')} right?`,
    'is p&w"a\u0308< right?',
    'token eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.sig',
    'token eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn',
    'token eyJhbGciOiJub25lIn0..',
    'token eyJhbGci%4FiJub25lIn0%2e%2e',
    'token eyJhbGciOi\u200bJub25lIn0.\u200beyJzdWIiOiJhIn0.',
  ])('are dropped whole where they hold a secret or a token: %s', (text) => {
    const secrets = ['hunter22', 's3cret!!', 'id:s3cret!!', 'open sesame', 'p&w"ä<'];
    expect(cleanWords(text, secrets)).toBeUndefined();
  });

  it.each([
    'Invalid credentials given.',
    'AADSTS50126: Invalid username or password. Trace ID: 0d2c4f5e-8a55-4f0a-9a0c-2b6f0a3c1d00',
    'Ünknown user “alice” & 100% <wrong> C:\\new at api.example.com',
  ])('are left as they are where they hold none: %s', (text) => {
    expect(cleanWords(text, ['hunter22', 'p&w"ä<'])).toBe(text);
  });

  it('are dropped where nobody words a refusal at such a length', () => {
    expect(cleanWords('x'.repeat(10_001), [])).toBeUndefined();
  });

  it('are dropped whole where they hold a secret too short to strike out', () => {
    expect(cleanWords('the code 12 is wrong', ['12'])).toBeUndefined();
  });

  it('hold no secret in any encoding, whatever it is and stands beside', () => {
    const hex = (text: string, prefix: string) =>
      [...Buffer.from(text)].map((byte) => `${prefix}${byte.toString(16).padStart(2, '0')}`).join('');
    const encodings: readonly ((text: string) => string)[] = [
      encodeURIComponent,
      (text) => hex(text, '%'),
      (text) => JSON.stringify(JSON.stringify(text)),
      (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
      (text) => [...text].join('\u200b'),
      (text) => Buffer.from(text).toString('base64'),
      (text) => Buffer.from(`id:${encodeURIComponent(text)}`).toString('base64url'),
    ];
    const secrets = fc
      .string({ minLength: 4, maxLength: 40, unit: 'grapheme' })
      .filter((text) => /\S{4}/.test(text));
    fc.assert(
      fc.property(
        fc.lorem(),
        secrets,
        fc.constantFrom(...encodings),
        fc.lorem(),
        (before, secret, encode, after) => {
          return cleanWords(`${before} ${encode(secret)} ${after}`, [secret]) === undefined;
        },
      ),
    );
  });

  it('hold none of the secrets, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, secret, after) => {
        fc.pre(!secret.includes('…') && secret.trim() === secret);
        const words = cleanWords(`${before}${secret}${after}`, [secret]) ?? '';
        return !words.includes(secret);
      }),
    );
  });
});

describe('reading a grant', () => {
  const read = (body: string, previous?: Grant, kind = toolkit, headers: HttpReply['headers'] = json) =>
    readGrant(
      { kind, settings: { expiresInUnit: 'auto' }, userMinutes: null },
      readReply(reply(200, body, headers)),
      previous,
    );
  const code = (body: string, headers?: HttpReply['headers']) => {
    try {
      read(body, undefined, toolkit, headers);
      return 'read';
    } catch (thrown) {
      return thrown instanceof Failure ? thrown.code : thrown;
    }
  };

  it.each([
    ['{}', 'reply-without-token'],
    ['{"access_token":""}', 'reply-without-token'],
    ['{"access_token":null}', 'reply-without-token'],
    ['{"token":"a"}', 'reply-without-token'],
    ['{"__proto__":{"access_token":"a"}}', 'reply-without-token'],
    ['[]', 'reply-without-token'],
    ['{"access_token":12345}', 'reply-malformed'],
    ['{"access_token":{"a":1}}', 'reply-malformed'],
    ['{"access_token":["a"]}', 'reply-malformed'],
    ['{"access_token":"a\\r\\nSet-Cookie: x"}', 'reply-malformed'],
    ['{"access_token":"a\\u0000"}', 'reply-malformed'],
    ['{"access_token":"ä"}', 'reply-malformed'],
    ['{"access_token":"a","refresh_token":7}', 'reply-malformed'],
    ['"a"', 'reply-malformed'],
    ['null', 'reply-malformed'],
    ['7', 'reply-malformed'],
    ['', 'reply-not-json'],
    ['access_token=a', 'reply-not-json'],
    ['{"access_token":"a"', 'reply-not-json'],
    ['<html>', 'reply-not-json'],
    ['\ufeff{"access_token":"a"}', 'read'],
  ])('from %s: %s', (body, expected) => {
    expect(code(body)).toBe(expected);
  });

  it('does not believe a token in a web page', () => {
    expect(code('{"access_token":"a"}', html)).toBe('reply-not-json');
  });

  it('survives 100 000 levels', () => {
    expect(code('['.repeat(100_000) + ']'.repeat(100_000))).toBe('reply-without-token');
  });

  it('takes the last of repeated names, as every JSON parser here does', () => {
    expect(read('{"access_token":"a","access_token":"b"}').accessToken).toBe('b');
  });

  it.each([
    '{"access_token":"b"}',
    '{"access_token":"b","refresh_token":""}',
    '{"access_token":"b","refresh_token":null}',
  ])('keeps the refresh token and its life for %s', (body) => {
    const first = read('{"access_token":"a","refresh_token":"r","scope":"read","expires_in":600}');
    const second = read(body, {
      ...first,
      refreshLife: { expiresAt: 1, receivedAt: 0, source: 'exp', guessed: false },
    });
    expect(second).toMatchObject({
      accessToken: 'b',
      refreshToken: 'r',
      scope: 'read',
      refreshLife: { expiresAt: 1 },
    });
  });

  it('replaces a refresh token by another', () => {
    const first = read('{"access_token":"a","refresh_token":"r"}');
    const second = read('{"access_token":"b","refresh_token":"s"}', first);
    expect(second.refreshToken).toBe('s');
    expect(second.refreshLife).toMatchObject({ expiresAt: receivedAt + 86_400_000, source: 'documented' });
  });

  it('counts seconds and milliseconds to the same ten minutes', () => {
    const lives = [600, 600_000].map((life) => read(`{"access_token":"a","expires_in":${life}}`));
    expect(lives.map(({ lifetimeMs }) => lifetimeMs)).toEqual([600_000, 600_000]);
    expect(lives.map(({ access }) => access.guessed)).toEqual([false, true]);
  });

  it('notes how far the server’s clock is off', () => {
    const date = new Date(receivedAt + 600_000).toUTCString();
    expect(read('{"access_token":"a"}', undefined, toolkit, { ...json, date }).clockSkewMs).toBe(600_000);
  });

  it('ends in a grant or a typed failure for any JSON, status and kind', () => {
    const purposes: readonly Purpose[] = ['login', 'refresh', 'identity', 'check', 'register', 'revoke'];
    const member = fc.oneof(fc.jsonValue(), fc.constantFrom('invalid_grant', 'a', 600));
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          access_token: member,
          refresh_token: member,
          expires_in: member,
          error: member,
          detail: member,
          details: member,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(
        body,
        fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503),
        fc.constantFrom(...kinds),
        fc.constantFrom(...purposes),
        (value, status, kind, purpose) => {
          const raw = reply(status, JSON.stringify(value));
          const found = problem(kind, purpose, raw, ['secret']);
          if (found) problemSchema.strict().parse(found);
          try {
            expect(readGrant({ kind, settings: {}, userMinutes: null }, readReply(raw)).accessToken).toMatch(
              /^[\x21-\x7e]+$/,
            );
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a path into JSON', () => {
  it('collects the entries of a list', () => {
    expect(valuesAt({ a: [{ n: 1 }, { n: 2 }, 3, null] }, 'a.*.n')).toEqual([1, 2]);
  });

  it('sees own members alone', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({}, '__proto__')).toBeUndefined();
    expect(valueAt([], 'length.x')).toBeUndefined();
    expect(valueAt(JSON.parse('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
  });
});
