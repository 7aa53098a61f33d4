import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import type { Grant } from '../../../electron/servers/server.ts';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  DAY,
  gate,
  HOUR,
  type Kit,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Whether a promise is fulfilled by now. */
function watch(work: Promise<unknown>): { readonly isOver: () => boolean } {
  let over = false;
  void work.then(() => {
    over = true;
  });
  return { isOver: () => over };
}

/** A session whose refresh is due within half an hour, on a keeper that was settled. */
async function atRest() {
  const kit = await startKit();
  const profileId = await signIn(kit);
  await kit.clock.advance(30 * MINUTE);
  const goOn = await kit.keeper.settle();
  return { ...kit, profileId, goOn };
}

/** Three sessions of one server that are due at once, of which two are being refreshed and one waits for its turn. */
async function twoSentOneWaiting() {
  const kit = await startKit();
  const serverId = await addServer(kit);
  for (let profile = 0; profile < 3; profile += 1) await kit.keeper.login(loginInput(django, serverId));
  const answer = gate();
  kit.script.refresh = async () => {
    await answer.opened;
    return newGrant(kit.clock, HOUR);
  };
  await kit.clock.advance(59 * MINUTE);
  return { ...kit, answer };
}

describe('settling', () => {
  it('waits for a first login, which belongs to no session yet, and for its grant to be saved', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const answer = gate();
    const grant = newGrant(kit.clock, HOUR);
    kit.script.login = async () => {
      await answer.opened;
      return grant;
    };
    const login = kit.keeper.login(loginInput(django, serverId));
    await settled();
    const settling = kit.keeper.settle();
    const watched = watch(settling);
    await settled();
    expect(watched.isOver()).toBe(false);
    answer.open();
    await settling;
    const { profileId } = await login;
    expect(kit.store.records.get(profileId)).toContain(grant.refreshToken);
    expect(kit.session(profileId).state).toBe('fresh');
  });

  it('waits for a sign-out that itself waits for a refresh', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answers = { refresh: gate(), end: gate() };
    kit.script.refresh = async () => {
      await answers.refresh.opened;
      return newGrant(kit.clock, HOUR);
    };
    kit.script.end = async () => {
      await answers.end.opened;
      return { ended: 'revoked', proved: true };
    };
    const work = [kit.keeper.refresh(profileId), kit.keeper.logout(profileId)];
    const settling = kit.keeper.settle();
    const watched = watch(settling);
    answers.refresh.open();
    await settled();
    expect([kit.count('end'), watched.isOver()]).toEqual([1, false]);
    answers.end.open();
    await Promise.all([settling, ...work]);
    expect(kit.session().state).toBe('signed-out');
  });

  it('waits for a save that is being tried again already', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.refresh = async () => {
      kit.store.isFull = true;
      return newGrant(kit.clock, HOUR);
    };
    await kit.keeper.refresh(profileId);
    const { write } = kit.store;
    const disk = gate();
    kit.store.write = async (id, value) => {
      await disk.opened;
      await write(id, value);
    };
    kit.store.isFull = false;
    await kit.clock.advance(MINUTE);
    const settling = kit.keeper.settle();
    const watched = watch(settling);
    await settled();
    expect(watched.isOver()).toBe(false);
    disk.open();
    await settling;
    expect(kit.keeper.hasUnsaved()).toBe(false);
  });

  it('sends nothing more that is merely due, though it was waiting for its turn', async () => {
    const kit = await twoSentOneWaiting();
    expect(kit.count('refresh')).toBe(2);
    const settling = kit.keeper.settle();
    kit.answer.open();
    await settling;
    await kit.clock.advance(DAY);
    expect(kit.count('refresh')).toBe(2);
  });

  it('takes nothing for a failure that was only kept back, and sends it when it is called off', async () => {
    const kit = await twoSentOneWaiting();
    const settling = kit.keeper.settle();
    kit.answer.open();
    const goOn = await settling;
    expect(kit.keeper.state().sessions.every(({ problem }) => problem === null)).toBe(true);
    goOn();
    await kit.clock.advance(0);
    expect(kit.count('refresh')).toBe(3);
    expect(kit.keeper.state().sessions.every(({ state }) => state === 'fresh')).toBe(true);
  });
});

describe('a settled keeper', () => {
  it('plans nothing and sends nothing, by time, by waking, or by the button', async () => {
    const kit = await atRest();
    const { serverId } = kit.session();
    const before = kit.count();
    expect(kit.clock.waiting()).toBe(0);
    await kit.clock.advance(DAY);
    kit.keeper.wake();
    await kit.clock.advance(DAY);
    for (const work of [
      kit.keeper.refresh(kit.profileId),
      kit.keeper.logout(kit.profileId),
      kit.keeper.askIdentity(kit.profileId),
      kit.keeper.login(loginInput(django, serverId)),
    ]) {
      expect(await problemCode(work)).toBe('cancelled');
    }
    expect([kit.count(), kit.clock.waiting()]).toEqual([before, 0]);
  });

  it('goes on when that rest is called off, and only when no other is left', async () => {
    const kit = await atRest();
    const goOn = await kit.keeper.settle();
    await kit.clock.advance(HOUR);
    kit.goOn();
    await kit.clock.advance(0);
    expect(kit.count('refresh')).toBe(0);
    goOn();
    await kit.clock.advance(0);
    expect(kit.count('refresh')).toBe(1);
  });

  it('goes on for whoever stays because not everything could be saved, and saves it', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.refresh = async () => {
      kit.store.isFull = true;
      return newGrant(kit.clock, HOUR);
    };
    await kit.keeper.refresh(profileId);
    const goOn = await kit.keeper.settle();
    // Saving alone is tried on.
    expect([kit.keeper.hasUnsaved(), kit.clock.waiting()]).toEqual([true, 1]);
    kit.store.isFull = false;
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    goOn();
    await kit.clock.advance(HOUR);
    expect([kit.keeper.hasUnsaved(), kit.count('refresh')]).toEqual([false, 2]);
  });

  it('goes on when it is closed and opened anew', async () => {
    const kit = await atRest();
    kit.keeper.close();
    expect(kit.clock.waiting()).toBe(0);
    await kit.keeper.open();
    await kit.clock.advance(30 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
  });
});

test('a keeper that was closed at rest holds on to no token, also before it is opened anew', async () => {
  const kit = await startKit();
  const granted: WeakRef<Grant>[] = [];
  kit.script.login = async () => {
    const grant = newGrant(kit.clock, HOUR);
    granted.push(new WeakRef(grant));
    return grant;
  };
  await signIn(kit);
  await settled();
  expect(kit.keeper.state().sessions).toHaveLength(1);
  await kit.keeper.settle();
  kit.keeper.close();
  kit.calls.length = 0;
  expect(kit.keeper.state().sessions).toEqual([]);
  const left = (): number => {
    collectGarbage();
    return granted.filter((one) => one.deref() !== undefined).length;
  };
  await expect.poll(left).toBe(0);
});

describe('a server that is deleted during a first login', () => {
  /** Holds the writes of some records back, and tells when the first is held. */
  function stopAtWrite(kit: Kit, isMeant: (id: string) => boolean) {
    const { write } = kit.store;
    const [reached, disk] = [gate(), gate()];
    kit.store.write = async (id, value) => {
      if (isMeant(id)) {
        reached.open();
        await disk.opened;
      }
      await write(id, value);
    };
    return { reached: reached.opened, open: disk.open };
  }

  it('leaves no record behind, and the login says that the server is gone', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const answer = gate();
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const login = problemCode(kit.keeper.login(loginInput(django, serverId, true)));
    await settled();
    await kit.keeper.removeServer(serverId);
    answer.open();
    expect(await login).toBe('unknown-server');
    expect([...kit.store.records.keys()]).toEqual(['index']);
  });

  it('leaves none behind while its record is being written', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const disk = stopAtWrite(kit, (id) => id !== 'index');
    const login = problemCode(kit.keeper.login(loginInput(django, serverId, true)));
    await disk.reached;
    await kit.keeper.removeServer(serverId);
    disk.open();
    expect(await login).toBe('unknown-server');
    expect([...kit.store.records.keys()]).toEqual(['index']);
  });

  it('leaves none behind while its name is being written', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const disk = stopAtWrite(kit, (id) => id === 'index');
    const login = kit.keeper.login(loginInput(django, serverId, true));
    await disk.reached;
    const removal = kit.keeper.removeServer(serverId);
    disk.open();
    await Promise.all([problemCode(login), removal]);
    expect([...kit.store.records.keys()]).toEqual(['index']);
    expect(kit.store.records.get('index')).not.toContain(serverId);
    expect(kit.keeper.state().sessions).toEqual([]);
  });

  it('takes a copy of a profile along that is being saved', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    const { serverId } = kit.session();
    const disk = stopAtWrite(kit, (id) => id !== 'index' && id !== profileId);
    const copy = problemCode(kit.keeper.duplicate(profileId));
    await disk.reached;
    await kit.keeper.removeServer(serverId);
    disk.open();
    expect(await copy).toBe('unknown-server');
    expect([...kit.store.records.keys()]).toEqual(['index']);
  });
});
