import { describe, expect, it } from 'vitest';
import { startDjangoOauthToolkit } from '../../../electron/demo/servers/django-oauth-toolkit.ts';
import { engineFor, problemOf, started } from './engine-under-test.ts';

const client = { clientId: 'password-client', clientSecret: 'password-client-secret' };
const alice = { ...client, username: 'alice', password: 'alice-password' };

describe('a stand-in of Django OAuth Toolkit', () => {
  it.each(['s', 'ms'] as const)('comes out at ten minutes when it counts in %s', async (expiresInUnit) => {
    const server = await started(startDjangoOauthToolkit({ expiresInUnit }));
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    expect(grant).toMatchObject({
      lifetimeMs: 600_000,
      access: { guessed: expiresInUnit === 'ms', source: 'expires_in' },
    });
  });

  it('revokes in the body, with the client and the refresh token', async () => {
    const server = await started(startDjangoOauthToolkit());
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    await engine.end(context(alice), grant);
    const [revoked] = server.requestsTo('/auth/oauth2/revoke_token/');
    expect(JSON.parse(revoked?.body ?? '')).toEqual({
      token: grant.refreshToken,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    });
    expect(revoked?.headers.authorization).toBeUndefined();
  });

  it('takes a 500 for a passing failure', async () => {
    const server = await started(startDjangoOauthToolkit());
    const { engine, context } = engineFor('django-oauth-toolkit', server.url);
    const grant = await engine.login(context(alice), 'password');
    server.control.failNext(1, {
      status: 500,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Server Error (500)</h1>',
    });
    expect(await problemOf(engine.refresh(context(alice), grant))).toEqual({
      code: 'server-failed',
      status: 500,
    });
  });
});
