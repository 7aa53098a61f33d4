import { expect, test } from 'vitest';
import type { Grant } from '../../../electron/servers/server.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { addServer, createFaultyStore, type Kit, loginInput, newGrant, startKit } from './keeper-kit.ts';

/** As in the run of real kills: two servers with twelve users each, whose tokens are due once a second. */
const [SERVERS, USERS, LIFE_MS] = [2, 12, 2000];
/** About what a save to a disk and a call take beside others, so that nearly every kill meets four refreshes. */
const [SAVE_MS, ANSWER_MS] = [25, 30];
const [SOONEST_MS, LATEST_MS] = [5, 400];
const KILLS = 150;

interface Stored {
  readonly grant: Grant;
  readonly refreshSentAt: number | null;
  readonly refreshRepeated: boolean;
}

/** A linear congruential generator, so that every run of the test is the same one. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test('kills in a row: a session signs in anew after two in the middle of one refresh, and never for less', {
  timeout: 60_000,
}, async () => {
  const clock = createFakeClock();
  const disk = createFaultyStore();
  const random = seeded(26);
  const pass = (delayMs: number): Promise<void> =>
    new Promise((resolve) => void clock.after(delayMs, resolve));
  const successors = new Map<string, Grant>();
  const sends = new Map<string, number>();
  const hits = new Map<string, number>();
  const replaced: string[] = [];
  let isSetUp = false;
  let refreshes = 0;

  const stored = (id: string): Stored => JSON.parse(disk.records.get(id) ?? '{}');
  const profileIds = (): string[] => [...disk.records.keys()].filter((id) => 'grant' in stored(id));

  async function start(): Promise<{ readonly kit: Kit; readonly kill: () => void }> {
    const app = { isAlive: true };
    const store = createFaultyStore();
    const whileAlive = async (act: () => Promise<void>): Promise<void> => {
      if (isSetUp) await pass(SAVE_MS);
      return app.isAlive ? act() : new Promise(() => {});
    };
    const alive = {
      list: disk.list,
      read: disk.read,
      write: (id: string, value: unknown) => whileAlive(() => disk.write(id, value)),
      remove: (id: string) => whileAlive(() => disk.remove(id)),
    };
    const kit = await startKit({ clock, store: Object.assign(store, alive), random });
    kit.script.login = async ({ context }) => {
      if (isSetUp) {
        const { username } = context.fields;
        const mine = profileIds().find((id) =>
          JSON.stringify(stored(id)).includes(`"username":"${username}"`),
        );
        replaced.push(stored(mine ?? '').grant.refreshToken ?? '');
      }
      return newGrant(clock, LIFE_MS);
    };
    kit.script.refresh = async ({ grant }) => {
      const token = grant?.refreshToken ?? '';
      refreshes += 1;
      sends.set(token, (sends.get(token) ?? 0) + 1);
      // Within its grace period the server answers a replaced token with the same successor.
      const successor = successors.get(token) ?? newGrant(clock, LIFE_MS);
      successors.set(token, successor);
      await pass(ANSWER_MS);
      const { accessToken, refreshToken } = successor;
      return newGrant(clock, LIFE_MS, { accessToken, refreshToken });
    };
    const kill = (): void => {
      app.isAlive = false;
      kit.keeper.close();
    };
    return { kit, kill };
  }

  const first = await start();
  for (let server = 0; server < SERVERS; server += 1) {
    const serverId = await addServer(first.kit, 'django-oauth-toolkit', `https://${server}.example`);
    for (let user = 0; user < USERS; user += 1) {
      const input = loginInput('django-oauth-toolkit', serverId, true);
      await first.kit.keeper.login({
        ...input,
        fields: { ...input.fields, username: `user-${server}-${user}.` },
      });
    }
  }
  first.kill();
  isSetUp = true;
  expect(profileIds()).toHaveLength(SERVERS * USERS);

  for (let kills = 0; kills < KILLS; kills += 1) {
    await clock.advance(700);
    const before = new Map(profileIds().map((id) => [id, stored(id)]));
    const { kit, kill } = await start();
    await clock.advance(SOONEST_MS + Math.floor(random() * (LATEST_MS - SOONEST_MS)));
    await settled();
    expect(kit.keeper.state().sessions.map(({ state }) => state)).not.toContain('needs-sign-in');
    kill();
    for (const [id, { grant, refreshSentAt, refreshRepeated }] of before) {
      const now = stored(id);
      const isSame = now.grant.refreshToken === grant.refreshToken;
      const wasSent = now.refreshSentAt !== refreshSentAt || now.refreshRepeated !== refreshRepeated;
      const isOpen = now.refreshSentAt !== null;
      const token = now.grant.refreshToken ?? '';
      if (isOpen && (wasSent || !isSame)) hits.set(token, (hits.get(token) ?? 0) + 1);
    }
  }

  expect(refreshes).toBeGreaterThan(KILLS);
  expect(Math.max(...sends.values())).toBe(2);
  expect(replaced.length).toBeGreaterThan(0);
  expect(replaced.filter((token) => hits.get(token) !== 2)).toEqual([]);
});
