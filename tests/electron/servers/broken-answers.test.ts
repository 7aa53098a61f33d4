import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../electron/contract/problem.ts';
import { Failure } from '../../../electron/failure.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import {
  cut,
  cutMidBody,
  gzipped,
  html,
  hugeJson,
  json,
  raw,
  redirect,
  reply,
  type Scripted,
  type ScriptedAnswer,
  startScripted,
} from '../../servers/scripted.ts';
import { engineFor } from './engine-under-test.ts';

const secrets = {
  password: 'canary-password-1',
  clientSecret: 'canary-secret+2',
  auth0Token: 'canary-auth0-3',
  accessToken: 'canary-access-4',
  refreshToken: 'canary-refresh-5',
  subjectToken: 'canary-subject-6',
  assertion: 'canary-assertion-7',
};
const fields = { ...secrets, username: 'charlie', clientId: 'client', subjectType: 'urn:example:token' };
const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  openid: { tokenUrl: '/token' },
};
const echo = Object.values(secrets).join(' ');

const answers: readonly [string, ScriptedAnswer, ProblemCode][] = [
  ['a web page', html(200, 'Welcome'), 'reply-not-json'],
  ['a web page with 401', html(401, 'Log in'), 'reply-not-json'],
  ['a 500', html(500, 'Server Error (500)'), 'server-failed'],
  [
    'a 503 that echoes',
    json(503, JSON.stringify({ detail: echo, error_description: echo, details: [echo] })),
    'server-failed',
  ],
  ['a 200 without a token', json(200, '{}'), 'reply-without-token'],
  ['a list', json(200, '[1,2]'), 'reply-without-token'],
  ['a token that is a number', json(200, '{"access_token":12345}'), 'reply-malformed'],
  ['a token with a line break', json(200, '{"access_token":"a\\r\\nX: y"}'), 'reply-malformed'],
  ['half of a JSON', json(200, '{"access_token":"a'), 'reply-not-json'],
  [
    'UTF-16',
    reply({ status: 200, headers: { 'Content-Type': 'application/json' }, body: '\ufeff{\u0000"\u0000' }),
    'reply-not-json',
  ],
  ['nothing', reply({ status: 204 }), 'reply-not-json'],
  ['10 MB', hugeJson(10_000_000), 'reply-too-large'],
  ['a bomb', gzipped(200, `{"access_token":"${'a'.repeat(10_000_000)}"}`), 'reply-too-large'],
  [
    'a redirect',
    redirect(302, `https://elsewhere.example/${secrets.refreshToken}/?t=${secrets.accessToken}`),
    'redirected',
  ],
  ['a cut line', cut(), 'unreachable'],
  ['a line cut in the body', cutMidBody('{"access_token":"abcdef"}'), 'unreachable'],
  ['no HTTP', raw('SSH-2.0-OpenSSH\r\n'), 'unreachable'],
];

const servers: Scripted[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const ways = kinds.flatMap((kind) =>
  kind.logins.flatMap((login) => ('paste' in login || 'flow' in login ? [] : [[kind.id, login.id] as const])),
);

describe.each(ways)('a login at %s by %s', (kindId, loginId) => {
  it.each(answers)(
    'that is answered with %s fails as what it is, without a secret',
    async (_name, answer, code) => {
      const server = await startScripted([answer]);
      servers.push(server);
      const { engine, context, exchanges } = engineFor(kindId, server.url, settings[kindId]);
      const thrown = await engine.login(context(fields), loginId).catch((error: unknown) => error);
      if (!(thrown instanceof Failure)) throw new Error(`No Failure: ${String(thrown)}`);
      expect(thrown.code).toBe(code);
      expect(server.requests).toHaveLength(1);
      expect(exchanges).toHaveLength(1);
      const shown = inspect([thrown, exchanges], { depth: null, showHidden: true });
      for (const secret of Object.values(secrets)) expect(shown).not.toContain(secret);
    },
  );
});
