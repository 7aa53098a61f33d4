import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { blankKind, kindFaults } from '../../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { toProblem } from '../../../electron/failure.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import type { Server } from '../../../electron/servers/server.ts';
import { html, json, reply, type Scripted, startScripted } from '../../servers/scripted.ts';
import { realHttp } from './engine-under-test.ts';

const fields = { username: 'ada', password: 'pass:word' };
let scripted: Scripted;

beforeEach(async () => {
  scripted = await startScripted([]);
});
afterEach(() => scripted.close());

function described(part: Partial<ServerKind>): ServerKind {
  const kind: ServerKind = { ...blankKind, label: 'Described', ...part };
  expect(kindFaults(kind)).toEqual({});
  return { ...kind, id: 'own-1' };
}

function engineOf(kind: ServerKind) {
  const server: Server = {
    id: 's',
    kindId: kind.id,
    name: 's',
    address: scripted.url,
    settings: {},
    allowPlainHttp: false,
    acceptedLogins: [],
    facts: [],
  };
  const engine = createEngine({ http: realHttp, clock: systemClock, kinds: () => [kind] });
  return { engine, context: { server, fields, onExchange: () => {} } };
}

describe('a described login', () => {
  it('takes its tokens out of headers, also where the body is empty', async () => {
    const grant = {
      accessToken: 'header:Authorization',
      refreshToken: 'header:x-refresh',
      expiresIn: 'header:X-Ttl',
    };
    const { engine, context } = engineOf(described({ grant }));
    const headers = { Authorization: 'Bearer abc', 'X-Refresh': 'def', 'X-Ttl': '60' };
    scripted.queue(reply({ status: 204, headers }));
    const granted = await engine.login(context, 'password');
    expect(granted).toMatchObject({ accessToken: 'abc', refreshToken: 'def', lifetimeMs: 60_000 });
  });

  it.each([
    ['no such header', reply({ status: 204 }), 'reply-without-token'],
    ['one that is no token', reply({ status: 204, headers: { 'X-Token': 'a b' } }), 'reply-malformed'],
    ['a web page', html(200, 'Sign in'), 'reply-not-json'],
  ])('fails where the answer has %s', async (_, answer, code) => {
    const { engine, context } = engineOf(described({ grant: { accessToken: 'header:x-token' } }));
    scripted.queue(answer);
    expect(await engine.login(context, 'password').catch(toProblem)).toMatchObject({ code });
  });

  it('reads lives in minutes, each in its own unit', async () => {
    const grant = {
      accessToken: 't',
      refreshToken: 'r',
      expiresIn: 'm',
      expiresInUnit: 'minutes',
      refreshExpiresIn: 'rm',
      refreshExpiresInUnit: 'minutes',
    };
    const { engine, context } = engineOf(described({ grant }));
    scripted.queue(json(200, '{"t":"abc","r":"def","m":15,"rm":"1440"}'));
    const { access, refreshLife } = await engine.login(context, 'password');
    expect((access.expiresAt ?? 0) - access.receivedAt).toBe(15 * 60_000);
    expect((refreshLife?.expiresAt ?? 0) - (refreshLife?.receivedAt ?? 0)).toBe(86_400_000);
  });

  it('may be a GET with Basic, and its bearer may have another scheme', async () => {
    const [login] = blankKind.logins;
    if (!login) throw new Error('There is no login.');
    const request = {
      method: 'GET' as const,
      path: '/token',
      basic: { username: '{username}', password: '{password}' },
    };
    const { engine, context } = engineOf(
      described({
        logins: [{ ...login, request } as typeof login],
        identity: {
          request: { method: 'GET', path: '/me', headers: { Authorization: 'Token {accessToken}' } },
          who: ['name'],
          details: [],
        },
      }),
    );
    scripted.queue(json(200, '{"access_token":"abc"}'), json(200, '{"name":"Ada"}'));
    const granted = await engine.login(context, 'password');
    expect(await engine.identity(context, granted)).toMatchObject({ who: 'Ada' });
    const [first, second] = scripted.requests;
    expect(first?.headers.authorization).toBe(`Basic ${Buffer.from('ada:pass:word').toString('base64')}`);
    expect(first?.search).toBe('');
    expect(second?.headers.authorization).toBe('Token abc');
  });
});
