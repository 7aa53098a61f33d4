import { describe, expect, it } from 'vitest';
import type { Purpose, ServerKind } from '../../../electron/contract/server-kind.ts';
import type { HttpReply } from '../../../electron/ports.ts';
import { replyClass } from '../../../electron/servers/reply-class.ts';
import { html, json, kindNamed, problem, receivedAt, reply, toolkit } from './reply-under-test.ts';

const zebbra = kindNamed('zebbra');
const core = kindNamed('datarhei-core');
const oauth2 = kindNamed('oauth2');

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
