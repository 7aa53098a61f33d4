import { expect, it } from 'vitest';
import { sessionDetailSchema, sessionViewSchema } from '../../../electron/contract/session.ts';
import { HOUR, type Kit, loginInput, MINUTE, newGrant, signIn, startKit } from './keeper-kit.ts';

function jwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part(claims)}.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZy1lbm91Z2g`;
}

function grant(kit: Kit, lifeMs: number, scope: string, claims: unknown) {
  return { ...newGrant(kit.clock, lifeMs, { accessToken: jwt(claims) }), scope };
}

it('keeps of the tokens before a refresh what they said and how long they were to live, and no token', async () => {
  const kit = await startKit();
  const receivedAt = kit.clock.now();
  kit.script.login = async () => grant(kit, HOUR, 'read admin', { sub: 'alice', serial: 1 });
  kit.script.refresh = async () => grant(kit, 10 * MINUTE, 'read', { sub: 'alice', serial: 2 });
  const profileId = await signIn(kit);
  expect([kit.session().replacedBy, kit.keeper.detail(profileId).earlier]).toEqual([undefined, null]);

  await kit.keeper.refresh(profileId);
  const detail = kit.keeper.detail(profileId);
  expect(detail.earlier).toMatchObject({
    scope: 'read admin',
    life: { receivedAt, expiresAt: receivedAt + HOUR },
    lifetimeMs: HOUR,
    replacedBy: 'refresh',
    access: { claims: [{ name: 'sub' }, { name: 'serial', value: '1' }] },
  });
  expect(kit.session().replacedBy).toBe('refresh');
  expect(sessionDetailSchema.parse(detail)).toEqual(detail);
  expect(sessionViewSchema.parse(kit.session())).toEqual(kit.session());
  expect(JSON.stringify(detail)).not.toContain('canary');
  expect(JSON.stringify(detail)).not.toContain(jwt({ sub: 'alice', serial: 1 }).split('.')[1]);
});

it('knows a sign-in from a refresh, also one that Lanyard did by itself', async () => {
  const kit = await startKit();
  kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
  const profileId = await signIn(kit, 'django-oauth-toolkit', true);
  await kit.keeper.refresh(profileId);
  expect(kit.count('login')).toBe(2);
  expect(kit.session().replacedBy).toBe('sign-in');

  kit.script.login = async () => newGrant(kit.clock, HOUR);
  const { serverId } = kit.session();
  await kit.keeper.login({ ...loginInput('django-oauth-toolkit', serverId), profileId });
  await kit.keeper.refresh(profileId);
  expect(kit.session().replacedBy).toBe('refresh');
  await kit.keeper.login({ ...loginInput('django-oauth-toolkit', serverId), profileId });
  expect(kit.session().replacedBy).toBe('sign-in');
});

it('hides in what they said also a secret that came after them', async () => {
  const kit = await startKit();
  const password = 'canary-later-password';
  kit.script.login = async () =>
    grant(kit, HOUR, `read ${password}`, { sub: 'alice', note: `was ${password}` });
  const profileId = await signIn(kit);
  kit.script.login = async () => grant(kit, HOUR, 'read', { sub: 'alice' });
  const { fields, ...input } = loginInput('django-oauth-toolkit', kit.session().serverId, true);
  await kit.keeper.login({ ...input, profileId, fields: { ...fields, password } });
  const { earlier } = kit.keeper.detail(profileId);
  expect(earlier?.access.claims.map(({ name, type }) => [name, type])).toEqual([
    ['sub', 'string'],
    ['note', 'hidden'],
  ]);
  expect(JSON.stringify(earlier)).not.toContain(password);
});

it('forgets what they said with the sign-out', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  await kit.keeper.refresh(profileId);
  await kit.keeper.logout(profileId);
  expect([kit.session().replacedBy, kit.keeper.detail(profileId).earlier]).toEqual([undefined, null]);
});
