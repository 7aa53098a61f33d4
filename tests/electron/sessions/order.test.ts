import { describe, expect, it } from 'vitest';
import { addServer, createFaultyStore, loginInput, problemOf, signIn, startKit } from './keeper-kit.ts';

async function three() {
  const kit = await startKit();
  const serverId = await addServer(kit);
  const ids: string[] = [];
  for (let number = 0; number < 3; number += 1) {
    ids.push((await kit.keeper.login(loginInput('django-oauth-toolkit', serverId))).profileId);
  }
  const [first = '', second = '', third = ''] = ids;
  const order = (): readonly string[] => kit.keeper.state().sessions.map(({ profileId }) => profileId);
  return { ...kit, serverId, first, second, third, order };
}

describe('the order of profiles', () => {
  it('is the one they were moved to, with one save for each move, and outlives a restart', async () => {
    const { keeper, store, clock, first, second, third, order } = await three();
    const before = store.writes;
    await keeper.moveProfile({ profileId: third, beforeId: first });
    expect(order()).toEqual([third, first, second]);
    await keeper.moveProfile({ profileId: third, beforeId: null });
    expect(order()).toEqual([first, second, third]);
    await keeper.moveProfile({ profileId: first, beforeId: third });
    expect(store.writes).toBe(before + 3);
    keeper.close();
    const again = await startKit({ store, clock });
    expect(again.keeper.state().sessions.map(({ profileId }) => profileId)).toEqual([second, first, third]);
  });

  it('stays as it is when the place is not there any more, which is said, or one is moved before itself', async () => {
    const { keeper, serverId, first, second, third, order } = await three();
    expect(await problemOf(keeper.moveProfile({ profileId: first, beforeId: 'nobody' }))).toEqual({
      code: 'unknown-profile',
    });
    expect(await problemOf(keeper.moveServer({ serverId, beforeId: 'nowhere' }))).toEqual({
      code: 'unknown-server',
    });
    await keeper.moveProfile({ profileId: second, beforeId: second });
    expect(order()).toEqual([first, second, third]);
    expect(await problemOf(keeper.moveProfile({ profileId: 'nobody', beforeId: null }))).toEqual({
      code: 'unknown-profile',
    });
  });

  it('is kept for servers as well', async () => {
    const { keeper, serverId, ...kit } = await three();
    const other = await addServer({ ...kit, keeper }, 'zebbra', 'https://zebbra.example.com');
    await keeper.moveServer({ serverId: other, beforeId: serverId });
    expect(keeper.state().servers.map(({ id }) => id)).toEqual([other, serverId]);
  });
});

describe('tags and favourites', () => {
  it('are set for many with one save, without case, and outlive a restart', async () => {
    const { keeper, store, clock, first, second, third } = await three();
    const before = store.writes;
    await keeper.mark({ profileIds: [first, second], favourite: true, addTags: ['Ops', 'on call'] });
    await keeper.mark({ profileIds: [first], addTags: ['OPS', 'eu'], removeTags: ['On Call'] });
    expect(store.writes).toBe(before + 2);
    keeper.close();
    const again = await startKit({ store, clock });
    expect(again.keeper.state().sessions).toMatchObject([
      { profileId: first, favourite: true, tags: ['Ops', 'eu'] },
      { profileId: second, favourite: true, tags: ['Ops', 'on call'] },
      { profileId: third, favourite: false, tags: [] },
    ]);
  });

  it('are changed for none where one would have too many, or is not there', async () => {
    const { keeper, first, second } = await three();
    const twenty = Array.from({ length: 20 }, (_, index) => `tag ${index}`);
    await keeper.mark({ profileIds: [second], addTags: twenty });
    const marks = { profileIds: [first, second], addTags: ['one more'] };
    expect(await problemOf(keeper.mark(marks))).toEqual({ code: 'bad-input', field: 'tags' });
    const unknown = { profileIds: [first, 'nobody'], addTags: ['one more'] };
    expect(await problemOf(keeper.mark(unknown))).toEqual({ code: 'unknown-profile' });
    expect(keeper.state().sessions[0]?.tags).toEqual([]);
  });

  it('go along with a copy and with a backup, and stay at home when others are given a share', async () => {
    const { keeper, first } = await three();
    await keeper.mark({ profileIds: [first], favourite: true, addTags: ['internal nickname'] });
    await keeper.duplicate(first);
    expect(keeper.state().sessions.at(-1)).toMatchObject({ favourite: true, tags: ['internal nickname'] });
    expect(keeper.share().text).not.toContain('internal nickname');
    const { text } = keeper.backup();
    const fresh = await startKit({ store: createFaultyStore() });
    await fresh.keeper.restore(text);
    expect(fresh.keeper.state().sessions[0]).toMatchObject({ favourite: true, tags: ['internal nickname'] });
  });
});

describe('the environment of a server', () => {
  it('stays when it is not named, and goes along with a share', async () => {
    const kit = await startKit();
    const draft = {
      kindId: 'zebbra',
      name: 'Zebbra',
      address: 'https://zebbra.example.com',
      settings: {},
      allowPlainHttp: false,
    };
    const { serverId } = await kit.keeper.addServer({ ...draft, environment: 'production' });
    await kit.keeper.updateServer({ ...draft, name: 'Renamed', serverId });
    expect(kit.keeper.state().servers[0]).toMatchObject({ name: 'Renamed', environment: 'production' });
    const fresh = await startKit({ store: createFaultyStore() });
    await fresh.keeper.takeShared(kit.keeper.share().text);
    expect(fresh.keeper.state().servers[0]?.environment).toBe('production');
  });

  it('is none in a vault from before there were any', async () => {
    const store = createFaultyStore();
    const first = await startKit({ store });
    await signIn(first);
    first.keeper.close();
    const index = JSON.parse(store.records.get('index') ?? '');
    for (const server of index.servers) delete server.environment;
    for (const profile of index.profiles) {
      delete profile.tags;
      delete profile.favourite;
    }
    store.records.set('index', JSON.stringify(index));
    const { keeper } = await startKit({ store, clock: first.clock });
    expect(keeper.state().servers).toMatchObject([{ environment: 'none' }]);
    expect(keeper.state().sessions).toMatchObject([{ tags: [], favourite: false }]);
  });
});

describe('of many profiles', () => {
  it('the chosen ones alone are shared, with their servers', async () => {
    const { keeper, first, ...kit } = await three();
    await addServer({ ...kit, keeper }, 'zebbra', 'https://zebbra.example.com');
    const { text, servers, profiles } = keeper.share([first]);
    expect({ servers, profiles }).toEqual({ servers: 1, profiles: 1 });
    expect(text).not.toContain('zebbra.example.com');
  });

  it('the chosen ones are deleted together, ended at the server first', async () => {
    const { keeper, first, second, third, order, count, store } = await three();
    expect(await keeper.removeAll([first, second], true)).toEqual({ unended: [] });
    expect(order()).toEqual([third]);
    expect(count('end')).toBe(2);
    expect([...store.records.keys()].sort()).toEqual([third, 'index'].sort());
  });
});
