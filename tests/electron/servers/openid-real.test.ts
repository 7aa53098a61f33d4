import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Prompt } from '../../../electron/contract/session.ts';
import type { Clock } from '../../../electron/ports.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createProbe } from '../../../electron/servers/probe.ts';
import { readClaims } from '../../../electron/servers/token-claims.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { engineFor, problemOf, realHttp } from './engine-under-test.ts';

const START_LIMIT_MS = 30_000;
const scope = 'openid email offline_access';
const desktop = { clientId: 'desktop', scope };
const service = { clientId: 'service', clientSecret: 'service-secret' };

let server: RealServer;
let settings: Readonly<Record<string, string>>;
const probe = createProbe({ http: realHttp, clock: systemClock, kinds: () => kinds });
const found = async (address: string) => (await probe({ address, allowPlainHttp: false })).matches[0];

beforeAll(async () => {
  server = await startRealOidc();
  settings = (await found(server.url))?.settings ?? {};
}, START_LIMIT_MS);
afterAll(() => server.close());

interface Person {
  readonly denies?: boolean;
}

/** An engine set up by nothing but the probe, with somebody at the browser. */
function openid(person: Person = {}, clock: Clock = systemClock) {
  const browser = {
    open: async (url: string) => {
      void playPerson(url, person);
      return true;
    },
  };
  const prompts: (Prompt | null)[] = [];
  const under = engineFor('openid', server.url, settings, { clock, browser });
  const context = (fields: Readonly<Record<string, string>>, more = {}) =>
    under.context(fields, { onPrompt: (prompt) => prompts.push(prompt), ...more });
  const calls = () => under.exchanges.map(({ purpose, outcome }) => `${purpose} ${outcome}`);
  return { ...under, context, prompts, calls };
}

describe('a real OpenID provider', () => {
  it('fills everything in by itself', async () => {
    expect(await found(`${server.url}/.well-known/openid-configuration`)).toMatchObject({
      kindId: 'openid',
      certain: true,
      suggestedName: new URL(server.url).host,
      settings: {
        issuer: server.url,
        issuerIsNamed: 'yes',
        authorizationUrl: '/auth',
        tokenUrl: '/token',
        deviceUrl: '/device/auth',
        pushUrl: '/request',
        userinfoUrl: '/me',
        introspectionUrl: '/token/introspection',
        revocationUrl: '/token/revocation',
        jwksUrl: '/jwks',
        clientAuth: 'basic',
      },
      acceptedLogins: ['browser', 'device', 'client-credentials', 'paste'],
      facts: [`issuer ${server.url}`],
    });
  });

  describe('in the browser', () => {
    it('signs a stranger’s client in with its id alone', async () => {
      const { engine, context, prompts, calls } = openid();
      const grant = await engine.login(context(desktop), 'browser');
      expect(grant).toMatchObject({
        refreshToken: expect.any(String),
        scope,
        lifetimeMs: 3_600_000,
        idToken: { signature: 'verified' },
      });
      expect(await engine.identity(context(desktop), grant)).toMatchObject({ who: 'alice@example.test' });
      expect(calls()).toEqual(['authorize ok', 'login ok', 'keys ok', 'identity ok']);
      const [shown, ...after] = prompts;
      expect(shown).toMatchObject({ kind: 'browser', opened: true });
      expect(after).toEqual([null]);
    });

    it('pushes its request where the client has to, and shows nothing of it in the browser', async () => {
      const { engine, context, prompts, calls } = openid();
      const grant = await engine.login(context({ ...desktop, clientId: 'desktop-par' }), 'browser');
      expect(grant.idToken?.signature).toBe('verified');
      expect(calls()).toEqual(['authorize ok', 'login ok', 'keys ok']);
      const [shown] = prompts;
      const url = new URL(shown?.kind === 'browser' ? shown.url : '');
      expect([...url.searchParams.keys()]).toEqual(['client_id', 'request_uri']);
    });

    it('says everything in the address where nothing can be pushed', async () => {
      const { engine, context, record, prompts } = openid();
      const unpushed = { ...record, settings: { ...settings, pushUrl: '' } };
      const grant = await engine.login(context(desktop, { server: unpushed }), 'browser');
      expect(grant.refreshToken).not.toBeNull();
      const [shown] = prompts;
      const said = Object.fromEntries(new URL(shown?.kind === 'browser' ? shown.url : '').searchParams);
      expect(said).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', prompt: 'consent' });
      expect(said.redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
      expect(readClaims(grant.idToken?.token ?? '')?.nonce).toBe(said.nonce);
    });

    it('signs a client with a secret in', async () => {
      const { engine, context } = openid();
      const fields = { clientId: 'desktop-secret', clientSecret: 'desktop-secret-secret', scope };
      expect((await engine.login(context(fields), 'browser')).idToken?.signature).toBe('verified');
    });

    it('asks for a token for an API', async () => {
      const { engine, context } = openid();
      const resource = `${server.url}/api`;
      const fields = { ...desktop, scope: 'openid read offline_access', resource };
      const grant = await engine.login(context(fields), 'browser');
      expect(readClaims(grant.accessToken)).toMatchObject({ aud: resource, scope: 'read' });
      expect(readClaims((await engine.refresh(context(fields), grant)).accessToken)?.aud).toBe(resource);
    });

    it('has no refresh token where none was asked for', async () => {
      const { engine, context } = openid();
      const grant = await engine.login(context({ ...desktop, scope: 'openid' }), 'browser');
      expect(grant.refreshToken).toBeNull();
    });

    it('is told that the user denied it', async () => {
      const { engine, context } = openid({ denies: true });
      expect(await problemOf(engine.login(context(desktop), 'browser'))).toEqual({
        code: 'denied',
        serverSays: 'End-User aborted interaction',
      });
    });

    it('is told what else is wrong, in the server’s words', async () => {
      const { engine, context } = openid();
      const fields = { ...desktop, resource: 'https://elsewhere.example/' };
      expect(await problemOf(engine.login(context(fields), 'browser'))).toMatchObject({
        code: 'scope-refused',
        field: 'resource',
        serverSays: 'resource indicator is missing, or unknown',
      });
    });
  });

  describe('on another device', () => {
    const start = () => {
      const clock = createFakeClock(Date.now());
      const parts = openid({}, clock);
      const shown = (): Extract<Prompt, { kind: 'device' }> => {
        const [prompt] = parts.prompts;
        if (prompt?.kind !== 'device') throw new Error('No code is shown.');
        return prompt;
      };
      /** Lets time pass, but none while the server is asked. */
      const pass = async (until: () => boolean) => {
        while (!until()) await (clock.waiting() > 0 ? clock.advance(5_000) : settled());
      };
      return { ...parts, clock, shown, pass };
    };

    it('waits for the user, and never asks again after that', async () => {
      const { engine, context, clock, prompts, shown, pass, calls } = start();
      let isDone = false;
      const login = engine.login(context(desktop), 'device').finally(() => {
        isDone = true;
      });
      await pass(() => prompts.length > 0);
      expect(shown()).toMatchObject({ userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/) });
      await playPerson(shown().verificationUriComplete ?? '');
      await pass(() => isDone);
      const grant = await login;
      await clock.advance(60_000);
      expect(grant).toMatchObject({ refreshToken: expect.any(String), idToken: { signature: 'verified' } });
      expect((await engine.identity(context(desktop), grant))?.who).toBe('alice@example.test');
      expect(calls()).toEqual(['authorize ok', 'login ok', 'keys ok', 'identity ok']);
      expect(prompts.at(-1)).toBeNull();
      expect(clock.waiting()).toBe(0);
    });

    it('stops when the user denies it', async () => {
      const { engine, context, clock, prompts, shown, pass } = start();
      let isDone = false;
      const login = problemOf(engine.login(context(desktop), 'device')).finally(() => {
        isDone = true;
      });
      await pass(() => prompts.length > 0);
      await playPerson(shown().verificationUriComplete ?? '', { denies: true });
      await pass(() => isDone);
      expect((await login).code).toBe('denied');
      expect(clock.waiting()).toBe(0);
    });

    it('stops when the code has run out, also while the computer slept', async () => {
      const { engine, context, clock, prompts, pass, calls } = start();
      const late = problemOf(engine.login(context(desktop), 'device'));
      await pass(() => prompts.length > 0);
      clock.jump(700_000);
      await pass(() => prompts.length > 1);
      expect((await late).code).toBe('ran-out');
      expect(calls()).toEqual(['authorize ok']);
      expect(clock.waiting()).toBe(0);
    });

    it('stops when it is cancelled', async () => {
      const { engine, context, clock, prompts, pass } = start();
      const controller = new AbortController();
      const unwanted = problemOf(engine.login(context(desktop, { signal: controller.signal }), 'device'));
      await pass(() => prompts.length > 0);
      controller.abort();
      expect((await unwanted).code).toBe('cancelled');
      expect([prompts.at(-1), clock.waiting()]).toEqual([null, 0]);
    });
  });

  it('replaces the refresh token each time, and ends everything when an old one comes again', async () => {
    const { engine, context } = openid();
    const grant = await engine.login(context(desktop), 'browser');
    const next = await engine.refresh(context(desktop), grant);
    expect(next.refreshToken).not.toBe(grant.refreshToken);
    expect(next.idToken).toMatchObject({ signature: 'verified' });
    // Within one second the provider signs the same one again, which is the one that was received before.
    expect(next.idToken?.receivedAt).toBeGreaterThanOrEqual(grant.idToken?.receivedAt ?? 0);
    expect((await engine.identity(context(desktop), next))?.who).toBe('alice@example.test');
    expect((await problemOf(engine.refresh(context(desktop), grant))).code).toBe('grant-refused');
    expect((await problemOf(engine.identity(context(desktop), next))).code).toBe('token-refused');
  });

  it('knows its tokens until they are revoked, which ends both', async () => {
    const { engine, context, calls } = openid();
    const grant = await engine.login(context(desktop), 'browser');
    expect(await engine.check(context(desktop), grant)).toMatchObject({ verdict: 'alive' });
    const before = calls().length;
    expect(await engine.end(context(desktop), grant)).toEqual({ ended: 'revoked', proved: true });
    expect(calls().slice(before)).toEqual(['proof ok', 'revoke ok', 'proof refused']);
    expect(await engine.check(context(desktop), grant)).toMatchObject({ verdict: 'inactive' });
    expect((await problemOf(engine.refresh(context(desktop), grant))).code).toBe('grant-refused');
  });

  it.each(['basic', 'body'])('gives a client alone its token, with the secret in %s', async (clientAuth) => {
    const { engine, context, record } = openid();
    const at = { server: { ...record, settings: { ...settings, clientAuth } } };
    const grant = await engine.login(context(service, at), 'client-credentials');
    expect(grant).toMatchObject({ lifetimeMs: 3_600_000, refreshToken: null, idToken: null });
    expect(await engine.check(context(service, at), grant)).toMatchObject({ verdict: 'alive' });
    expect(await engine.end(context(service, at), grant)).toEqual({ ended: 'revoked', proved: true });
    const resource = `${server.url}/api`;
    const forApi = await engine.login(context({ ...service, resource }, at), 'client-credentials');
    expect(readClaims(forApi.accessToken)?.aud).toBe(resource);
  });
});
