import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  HOUR,
  held,
  loginInput,
  newGrant,
  problemCode,
  problemOf,
  SECRETS,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

describe('a login', () => {
  it('makes a profile once the server has granted a token, named after who it is', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.login = answer.give;
    const login = kit.keeper.login(loginInput(django, serverId));
    await settled();
    expect(kit.keeper.state().sessions).toEqual([]);
    answer.open();
    const { profileId } = await login;
    expect(kit.session()).toMatchObject({
      profileId,
      name: 'alice',
      state: 'fresh',
      identity: { who: 'alice', current: true },
    });
  });

  it('numbers names that the server has already, and takes the name that the user gave', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    await kit.keeper.login(loginInput(django, serverId));
    await kit.keeper.login(loginInput(django, serverId));
    await kit.keeper.login({ ...loginInput(django, serverId), name: 'night shift' });
    await kit.keeper.login(loginInput('zebbra', await addServer(kit, 'zebbra')));
    expect(kit.keeper.state().sessions.map(({ name }) => name)).toEqual([
      'alice',
      'alice 2',
      'night shift',
      'alice',
    ]);
  });

  it('stands when nobody says who it is, named after the username, else the client', async () => {
    const kit = await startKit();
    kit.script.identity = async () => {
      throw new Failure('server-failed');
    };
    await signIn(kit, 'zebbra');
    kit.script.identity = async () => null;
    await signIn(kit, 'oauth2');
    expect(kit.keeper.state().sessions.map(({ name, state }) => [name, state])).toEqual([
      ['charlie', 'cannot-refresh'],
      ['service', 'fresh'],
    ]);
  });

  it('leaves no profile behind when it is refused', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const before = [...kit.store.records.keys()];
    kit.script.login = async () => {
      throw new Failure('credentials-refused', { status: 400 });
    };
    expect(await problemCode(kit.keeper.login(loginInput(django, serverId)))).toBe('credentials-refused');
    expect(kit.keeper.state().sessions).toEqual([]);
    expect([...kit.store.records.keys()]).toEqual(before);
  });

  it.each([
    ['a field that is missing', { password: '' }, 'password', { password: 'Needed' }],
    [
      'two that are missing',
      { username: '', password: '' },
      'username',
      { username: 'Needed', password: 'Needed' },
    ],
    ['a field that the form does not have', { admin: 'yes' }, 'admin', { admin: 'Not a field of this form' }],
    [
      'a field with the name of what every object has',
      { constructor: 'x' },
      'constructor',
      expect.anything(),
    ],
  ])('is not sent with %s', async (_, change, field, fields) => {
    const kit = await startKit();
    const input = loginInput(django, await addServer(kit));
    const login = kit.keeper.login({ ...input, fields: { ...input.fields, ...change } });
    expect(await problemOf(login)).toMatchObject({ code: 'bad-input', field, fields });
    expect(kit.count()).toBe(0);
  });

  it('of no known way, server or profile is refused', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const other = await signIn(kit, 'zebbra');
    const input = loginInput(django, serverId);
    expect(await problemCode(kit.keeper.login({ ...input, loginId: 'nope' }))).toBe('bad-input');
    expect(await problemCode(kit.keeper.login({ ...input, serverId: 'nope' }))).toBe('unknown-server');
    expect(await problemCode(kit.keeper.login({ ...input, profileId: 'nope' }))).toBe('unknown-profile');
    expect(await problemCode(kit.keeper.login({ ...input, profileId: other }))).toBe('unknown-profile');
  });

  it.each([
    ['thinks', false],
    ['has answered already', true],
  ])('can be cancelled while the server %s, and then leaves nothing', async (_, deaf) => {
    const kit = await startKit();
    kit.hearing.deaf = deaf;
    const input = loginInput(django, await addServer(kit));
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.login = answer.give;
    const login = problemCode(kit.keeper.login(input));
    await settled();
    kit.keeper.cancelLogin('another attempt');
    kit.keeper.cancelLogin(input.attemptId);
    answer.open();
    expect(await login).toBe('cancelled');
    await settled();
    expect(kit.keeper.state().sessions).toEqual([]);
  });

  it('can be cancelled while it waits for its turn', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.login = answer.give;
    const first = [1, 2].map(() => kit.keeper.login(loginInput(django, serverId)));
    const input = loginInput(django, serverId);
    const third = problemCode(kit.keeper.login(input));
    await settled();
    expect(kit.count('login')).toBe(2);
    kit.keeper.cancelLogin(input.attemptId);
    expect(await third).toBe('cancelled');
    answer.open();
    await Promise.all(first);
    expect(kit.count('login')).toBe(2);
  });

  it('replaces the grant of an existing profile, and shows that it is under way', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const { serverId } = kit.session();
    const before = kit.keeper.token(profileId, 'access');
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.login = answer.give;
    const input = { ...loginInput(django, serverId), profileId };
    const first = kit.keeper.login(input);
    const double = kit.keeper.login({ ...input, attemptId: 'second click' });
    const other = kit.keeper.login({
      ...input,
      fields: { ...input.fields, username: 'bob' },
      attemptId: 'x',
    });
    expect(await problemCode(other)).toBe('bad-input');
    await settled();
    expect(kit.session().state).toBe('signing-in');
    expect(kit.keeper.token(profileId, 'access')).toBe(before);
    answer.open();
    await Promise.all([first, double]);
    expect(kit.count('login')).toBe(2);
    expect(kit.session().state).toBe('fresh');
    expect(kit.keeper.token(profileId, 'access')).not.toBe(before);
  });

  it('takes secrets that were left out from the vault', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    const { serverId } = kit.session();
    const fields = { username: 'alice', clientId: 'web' };
    const input = { ...loginInput(django, serverId, true), profileId, fields };
    await kit.keeper.login(input);
    expect(kit.calls.at(-2)?.context.fields).toEqual({ ...fields, ...SECRETS });
    expect(kit.keeper.detail(profileId)).toMatchObject({
      fields,
      keptSecrets: ['clientSecret', 'password'].sort(),
    });
  });

  it('keeps the client secret always, the password only when asked to', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, false);
    const saved = kit.store.records.get(profileId);
    expect(saved).toContain(SECRETS.clientSecret);
    expect(saved).not.toContain(SECRETS.password);
    const remembered = await signIn(kit, django, true);
    expect(kit.store.records.get(remembered)).toContain(SECRETS.password);
    await kit.keeper.updateProfile({ profileId: remembered, forgetPassword: true });
    expect(kit.store.records.get(remembered)).not.toContain(SECRETS.password);
    expect(kit.session(remembered).remembered).toBe(false);
  });

  it('never keeps a one-time password', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'zebbra');
    const input = loginInput('zebbra', serverId, true);
    const fields = { ...input.fields, otp: 'canary-otp' };
    const { profileId } = await kit.keeper.login({ ...input, fields });
    expect(kit.calls[0]?.context.fields.otp).toBe('canary-otp');
    expect(kit.store.records.get(profileId)).not.toContain('canary-otp');
  });
});
