import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import { addServer, gate, HOUR, type Kit, loginInput, newGrant, signIn, startKit } from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

/** Signs in at each of the servers `perServer` times; answers the ids of the profiles. */
async function signInAtMany(kit: Kit, servers: number, perServer: number): Promise<string[]> {
  const profileIds: string[] = [];
  for (let server = 0; server < servers; server += 1) {
    const serverId = await addServer(kit, django, `https://api-${server}.example.com`);
    for (let profile = 0; profile < perServer; profile += 1) {
      profileIds.push((await kit.keeper.login(loginInput(django, serverId))).profileId);
    }
  }
  return profileIds;
}

describe('signing out of many sessions', () => {
  it('says of each what became of it, and keeps those whose server could not be told', async () => {
    const kit = await startKit();
    const [ended, down, dead] = await signInAtMany(kit, 3, 1);
    kit.script.end = async ({ context: { server } }) => {
      if (server.address.includes('api-1')) throw new Failure('unreachable', { detail: 'api-1.example.com' });
      if (server.address.includes('api-2')) throw new Failure('token-refused', { status: 401 });
      return { ended: 'revoked', proved: null };
    };
    const outcomes = await kit.keeper.logoutAll([ended, down, dead].map(String));
    expect(outcomes).toEqual([
      { profileId: ended, forgotten: true, ended: 'revoked', proved: null, problem: null },
      {
        profileId: down,
        forgotten: false,
        ended: 'unsupported',
        proved: null,
        problem: { code: 'unreachable', detail: 'api-1.example.com' },
      },
      { profileId: dead, forgotten: true, ended: 'revoked', proved: true, problem: null },
    ]);
    expect(kit.session(ended).state).toBe('signed-out');
    expect(kit.session(down).state).toBe('fresh');
    expect(kit.session(dead).state).toBe('signed-out');
  });

  it('forgets the rest here when it is told to, and says why the server does not know', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.end = async () => {
      throw new Failure('timed-out');
    };
    expect(await kit.keeper.logoutAll([profileId], true)).toEqual([
      { profileId, forgotten: true, ended: 'unsupported', proved: null, problem: { code: 'timed-out' } },
    ]);
    expect(kit.session(profileId).state).toBe('signed-out');
  });

  it('ends four at a time and two per server, each once, also one that is named twice', async () => {
    const kit = await startKit();
    const profileIds = await signInAtMany(kit, 3, 4);
    const answer = gate();
    kit.script.end = async () => {
      await answer.opened;
      return { ended: 'revoked', proved: true };
    };
    kit.most.all = 0;
    kit.most.perServer = 0;
    const ending = kit.keeper.logoutAll([...profileIds, ...profileIds]);
    await settled();
    expect(kit.count('end')).toBe(4);
    answer.open();
    expect(await ending).toHaveLength(12);
    expect(kit.most).toEqual({ all: 4, perServer: 2 });
    expect(kit.count('end')).toBe(12);
  });

  it('ends what a refresh under way brings, and not the token that this replaces', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = gate();
    const newest = newGrant(kit.clock, HOUR);
    kit.script.refresh = async () => {
      await answer.opened;
      return newest;
    };
    const refresh = kit.keeper.refresh(profileId);
    const ending = kit.keeper.logoutAll([profileId]);
    await settled();
    answer.open();
    await Promise.all([refresh, ending]);
    expect(kit.calls.at(-1)).toMatchObject({ purpose: 'end', grant: newest });
  });

  it('takes one without a token for out, and an unknown one for a problem', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    await kit.keeper.logout(profileId);
    const outcomes = await kit.keeper.logoutAll([profileId, 'nobody']);
    expect(outcomes).toMatchObject([
      { forgotten: true, problem: null },
      { forgotten: false, problem: { code: 'unknown-profile' } },
    ]);
    expect(kit.count('end')).toBe(1);
  });

  it('is waited for before the vault is locked', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = gate();
    kit.script.end = async () => {
      await answer.opened;
      return { ended: 'revoked', proved: true };
    };
    const ending = kit.keeper.logoutAll([profileId]);
    await settled();
    let isSettled = false;
    const settling = kit.keeper.settle().then(() => {
      isSettled = true;
    });
    await settled();
    expect(isSettled).toBe(false);
    answer.open();
    await Promise.all([ending, settling]);
    expect(kit.session(profileId).state).toBe('signed-out');
  });
});

describe('a login that runs', () => {
  it('shows the calls it has made so far, the one that asks who it is among them, and is gone at its end', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const answer = gate();
    kit.script.identity = async () => {
      await answer.opened;
      return { who: 'alice', askedAt: kit.clock.now(), current: true, details: [] };
    };
    const input = loginInput(django, serverId);
    const purposes = (): readonly string[] | undefined =>
      kit.keeper
        .state()
        .attempts.find(({ attemptId }) => attemptId === input.attemptId)
        ?.exchanges.map(({ purpose }) => purpose);
    const shown: (readonly string[] | undefined)[] = [];
    const stop = kit.keeper.onChange(() => shown.push(purposes()));
    const login = kit.keeper.login(input);
    await settled();
    expect(purposes()).toEqual(['login']);
    answer.open();
    await login;
    stop();
    expect(shown).toContainEqual(['login', 'identity']);
    expect(kit.keeper.state().attempts).toEqual([]);
  });
});
