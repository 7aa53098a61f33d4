import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw } from '../servers/scripted.ts';
import { secrets, whole } from './answer.ts';
import { faultsOfAny } from './run-corpus.ts';
import { startTrials, type Trial, type Trials } from './trials.ts';

let trials: Trials;
beforeAll(async () => {
  trials = await startTrials();
});
afterAll(() => trials.close());

/** What must hold of any answer: a typed end, no secret shown, and a refresh token that was sent or came with the answer. */
function expectSound(trial: Trial, body: string): void {
  const { thrown, stored, session, exchange, sentLater } = trial;
  // A secret that is refused as HTTP Basic is sent once more, without the form encoding; the token stays unused by that.
  expect(faultsOfAny(trial, exchange?.problem?.code === 'client-refused' ? 2 : 1)).toEqual([]);
  expect(sentLater).toBe(0);
  expect(session.state === 'needs-sign-in').toBe(exchange?.outcome === 'refused');
  if (thrown !== null) {
    expect(stored).toMatchObject({ accessToken: secrets.accessToken, refreshToken: secrets.refreshToken });
    return;
  }
  expect(stored.accessToken).toMatch(/^[\x21-\x7e]+$/);
  const isOld = stored.refreshToken === secrets.refreshToken;
  if (!isOld) expect(JSON.parse(body)).toMatchObject({ refresh_token: stored.refreshToken });
}

const status = fc.oneof(
  fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
);
const type = fc.constantFrom('application/json', 'text/html', 'text/plain', 'application/x-protobuf', '');
const name = fc.constantFrom(
  ...['access_token', 'refresh_token', 'expires_in', 'error', 'error_description'],
  ...['token_type', 'scope', '__proto__', 'constructor', 'toString'],
);
const value = fc.oneof(
  fc.constantFrom<fc.JsonValue>('canary-new', 'invalid_grant', 'invalid_client', '', null, 3600, -1),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);
const members = fc.array(fc.tuple(name, value), { maxLength: 8 });
const object = members.map(
  (list) => `{${list.map(([key, one]) => `"${key}":${JSON.stringify(one)}`).join(',')}}`,
);
const body = fc.oneof(
  object,
  object.chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  fc.json(),
  fc.string({ unit: 'binary' }),
);
const header = fc.tuple(
  fc.constantFrom('Retry-After', 'Date', 'Location', 'WWW-Authenticate', 'X-Odd', 'Set-Cookie'),
  fc.oneof(
    fc.nat().map(String),
    fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
  ),
);

describe('any answer to a refresh', () => {
  it('ends in a new token or a typed failure, and loses no token', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        status,
        type,
        fc.array(header, { maxLength: 4 }),
        body,
        async (code, mime, headers, text) => {
          const all = { ...(mime && { 'Content-Type': mime }), ...Object.fromEntries(headers) };
          expectSound(await trials.refreshAnsweredWith({ reply: whole(code, all, text) }), text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does so even where it is no HTTP', { timeout: 60_000 }, async () => {
    const line = fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 400 Bad\r\n',
      'HTTP/1.0 200\n',
      'HTTP/2 200\r\n',
    );
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Length: 7\r\n',
        'Transfer-Encoding: chunked\r\n',
        'Connection: close\r\n',
        '\r\n',
      ),
      fc.string({ unit: 'binary-ascii' }),
      object,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, piece), { maxLength: 6 }), async (pieces) => {
        const trial = await trials.refreshAnsweredWith({ reply: raw(pieces.join('')) });
        expect(faultsOfAny(trial)).toEqual([]);
        if (trial.thrown !== null) expect(trial.stored.refreshToken).toBe(secrets.refreshToken);
      }),
      { numRuns: 100 },
    );
  });
});
