import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../electron/contract/problem.ts';
import type { Purpose } from '../../../electron/contract/server-kind.ts';
import { Failure } from '../../../electron/failure.ts';
import type { HttpReply } from '../../../electron/ports.ts';
import { readGrant } from '../../../electron/servers/grant.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { readReply } from '../../../electron/servers/reply.ts';
import type { Grant } from '../../../electron/servers/server.ts';
import { html, json, problem, receivedAt, reply, toolkit } from './reply-under-test.ts';

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
