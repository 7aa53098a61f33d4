import { describe, expect, it } from 'vitest';
import { addServer, DAY, loginInput, problemCode, signIn, startKit } from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

describe('what is read from the store', () => {
  it('comes back as it was', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    await kit.keeper.rename(profileId, 'night shift');
    await kit.keeper.askExpiry(profileId);
    await kit.keeper.updateProfile({ profileId, lifetimeMinutes: 7 });
    const before = kit.keeper.state();
    const detail = kit.keeper.detail(profileId);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    const [session] = again.keeper.state().sessions;
    expect({ ...session, revision: 0 }).toEqual({ ...before.sessions[0], revision: 0 });
    expect({ ...again.keeper.detail(profileId), revision: 0 }).toEqual({ ...detail, revision: 0 });
    expect(again.keeper.state().servers).toEqual(before.servers);
  });

  it('shows what it showed, the same objects, while another profile is named', async () => {
    const kit = await startKit();
    const [named, other] = [await signIn(kit, django), await signIn(kit, 'zebbra')];
    const before = kit.session(other);
    await kit.keeper.rename(named, 'night shift');
    expect(kit.session(named).name).toBe('night shift');
    expect(kit.session(other)).toBe(before);
  });

  it.each([
    ['no JSON object', '7'],
    ['another format', '{"format":2}'],
    ['a grant without a token', null],
  ])('costs one login and nothing else when it is %s', async (_, damage) => {
    const kit = await startKit();
    const good = await signIn(kit, 'zebbra');
    const bad = await signIn(kit);
    const text = kit.store.records.get(bad) ?? '';
    const damaged = damage ?? text.replace('"accessToken"', '"acessToken"');
    kit.keeper.close();
    kit.store.records.set(bad, damaged);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.session(good).state).toBe('cannot-refresh');
    expect(again.session(bad)).toMatchObject({
      name: 'alice',
      state: 'signed-out',
      problem: { code: 'record-damaged' },
    });
    await problemCode(again.keeper.updateProfile({ profileId: bad, lifetimeMinutes: 5 }));
    await again.clock.advance(DAY);
    expect(kit.store.records.get(bad)).toBe(damaged);
    const { serverId } = again.session(bad);
    await again.keeper.login({ ...loginInput(django, serverId), profileId: bad });
    expect(again.session(bad)).toMatchObject({ state: 'fresh', problem: null });
  });

  it('costs an entry of the index alone when that is damaged, and writes it back as it was', async () => {
    const kit = await startKit();
    await signIn(kit, 'zebbra');
    const index = JSON.parse(kit.store.records.get('index') ?? '{}');
    const odd = { id: 7, from: 'a later version' };
    index.servers.push(odd);
    index.profiles.push(odd);
    kit.store.records.set('index', JSON.stringify(index));
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.keeper.state().sessions).toHaveLength(1);
    await addServer(again);
    const written = JSON.parse(kit.store.records.get('index') ?? '{}');
    expect(written.servers).toContainEqual(odd);
    expect(written.profiles).toContainEqual(odd);
  });

  it('is left as it is when the index is none', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.store.records.set('index', '{"format":9}');
    expect(await problemCode(startKit({ store: kit.store, clock: kit.clock }))).toBe('record-damaged');
    expect(kit.store.records.get('index')).toBe('{"format":9}');
    kit.keeper.close();
    expect(await problemCode(kit.keeper.open())).toBe('record-damaged');
    expect(await problemCode(addServer(kit))).toBe('vault-locked');
    expect(kit.store.records.get('index')).toBe('{"format":9}');
  });

  it('takes up a profile that a crash left out of the index', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const index = kit.store.records.get('index') ?? '';
    const { profileId } = await kit.keeper.login(loginInput(django, serverId));
    kit.store.records.set('index', index);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.session(profileId)).toMatchObject({ name: 'alice', state: 'fresh' });
  });
});
