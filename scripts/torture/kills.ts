import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import type { StandIn } from '../../electron/demo/servers/stand-in.ts';
import { request } from '../../tests/driver/bridge.ts';
import { startKeyring } from '../../tests/driver/keyring.ts';
import { type LaunchedLanyard, launchLanyard } from '../../tests/driver/launch.ts';
import { snapshot } from '../../tests/driver/steps.ts';
import type { Runtime } from '../runtime/electron-runtime.ts';
import type { Progress } from '../runtime/progress.ts';
import { type Acknowledgements, createAcknowledgements, type Shown } from './acknowledged.ts';
import type { PartResult } from './figures.ts';
import { startKillableApp } from './killable-app.ts';
import { createTokenTruth, type TokenTruth } from './token-truth.ts';
import { openToOthers, temporaryFiles } from './vault-folder.ts';

/** At two calls to a server at a time, all four that may be under way are. */
const serverCount = 2;
/** Refreshed once a second each, so that one is due every 40 ms, and most of them at every start. Signing them in takes half a minute. */
const manyUsers = 12;
/** Enough for a few kills to meet a refresh. */
const fewUsers = 4;
/** The shortest that is not taken for a token which is over when it comes. */
const accessTtl = 2;
/** Outlives the longest run: whatever is refused then, the app sent too late. */
const refreshGrace = 24 * 3600;
const [soonestMs, latestMs] = [5, 400];
/** How often the window is looked at the way a user does, by the driver of the window tests. */
const lookEvery = 50;

/**
 * Kills the real app again and again while it refreshes, and counts after each start what is still there. A change is lost when a session
 * that was shown is gone, has ended or shows an older token than before; when a server sees a refresh token after a newer one, or one it
 * takes no more; and when the app signs in anew although no two kills came between, which is what a lost answer may cost.
 */
export async function runKills(runtime: Runtime, count: number, progress: Progress): Promise<PartResult> {
  const broken: string[] = [];
  const lost = (what: string): void => {
    broken.push(`lost: ${what}`);
    progress.note(`lost: ${what}`);
  };
  const acknowledged = createAcknowledgements(lost);
  let isSetUp = false;
  const truth = createTokenTruth({
    lost,
    login(user) {
      if (isSetUp && acknowledged.run() < acknowledged.runOf(user) + 2) lost(`${user} signed in anew`);
    },
  });
  const userData = await mkdtemp(join(tmpdir(), 'lanyard-kills-'));
  const vaultFolder = join(userData, 'vault');
  const keyring = await startKeyring();
  const usersPerServer = count < lookEvery ? fewUsers : manyUsers;
  const users = serverCount * usersPerServer;
  const servers = await startServers(truth, usersPerServer);
  let kills = 0;
  let vaultsOpened = 0;

  async function look(): Promise<void> {
    acknowledged.startRun();
    const left = await temporaryFiles(vaultFolder);
    await withWindow({ userData, keyring }, async ({ window }) =>
      acknowledged.note(shown(await snapshot(window))),
    );
    if (!acknowledged.isWhole())
      broken.push(`After ${kills} kills the window does not show the whole vault.`);
    const now = await temporaryFiles(vaultFolder);
    const stayed = [...left]
      .filter(([inode]) => now.has(inode))
      .map(([, name]) => `${name} was never cleaned up.`);
    const open = (await openToOthers(vaultFolder)).map((name) => `${name} is not its owner's alone.`);
    broken.push(...stayed, ...open);
  }

  try {
    await withWindow({ userData, keyring }, async ({ window }) => {
      await signInEverywhere(window, servers, usersPerServer);
      acknowledged.note(shown(await snapshot(window)));
    });
    isSetUp = true;
    for (; kills < count; progress.step(kills, count, summary(truth, users, acknowledged))) {
      acknowledged.startRun();
      const app = startKillableApp(runtime, { userData, keyring }, acknowledged.note);
      await app.live.catch((error: unknown) => broken.push(String(error)));
      await sleep(randomInt(soonestMs, latestMs + 1));
      await app.kill();
      kills += 1;
      if (acknowledged.isWhole()) vaultsOpened += 1;
      else broken.push(`After ${kills - 1} kills the vault did not open whole.`);
      if (kills % lookEvery === 0 || kills === count) await look();
      if (broken.length > 20) break;
    }
    if (truth.refreshes() < kills)
      broken.push(`Only ${truth.refreshes()} refreshes came: this tests nothing.`);
  } finally {
    await Promise.all([...servers.map((server) => server.close()), keyring.close()]);
    await rm(userData, { recursive: true, force: true });
  }
  const changesLost = broken.filter((what) => what.startsWith('lost: ')).length;
  return { figures: { kills, vaultsOpened, changesLost }, broken };
}

function startServers(truth: TokenTruth, usersPerServer: number): Promise<readonly StandIn[]> {
  return Promise.all(
    Array.from({ length: serverCount }, (_, server) =>
      startDjangoOauthToolkit({
        accessTtl,
        refreshGrace,
        users: Array.from({ length: usersPerServer }, (__, user) => account(server, user)),
        onExchange: truth.note,
      }),
    ),
  );
}

function account(server: number, user: number) {
  return { username: `user-${server}-${user}`, password: `password-${server}-${user}` };
}

async function signInEverywhere(
  window: LaunchedLanyard['window'],
  servers: readonly StandIn[],
  usersPerServer: number,
): Promise<void> {
  for (const [number, { url }] of servers.entries()) {
    const draft = {
      kindId: 'django-oauth-toolkit',
      name: `Server ${number}`,
      address: url,
      settings: { expiresInUnit: 'seconds' },
      allowPlainHttp: false,
    };
    const added = await request(window, 'server.add', draft);
    if (!added.ok) throw new Error(`The server was not added: ${added.problem.code}`);
    const { serverId } = added.value;
    for (let user = 0; user < usersPerServer; user += 1) {
      const { username, password } = account(number, user);
      const client = { clientId: 'password-client', clientSecret: 'password-client-secret' };
      const done = await request(window, 'session.login', {
        serverId,
        name: username,
        loginId: 'password',
        fields: { ...client, username, password },
        remember: true,
        attemptId: username,
      });
      if (!done.ok) throw new Error(`${username} was not signed in: ${done.problem.code}`);
    }
  }
}

async function withWindow(
  options: Parameters<typeof launchLanyard>[0],
  act: (lanyard: LaunchedLanyard) => Promise<void>,
): Promise<void> {
  const lanyard = await launchLanyard(options);
  try {
    await lanyard.window.getByRole('heading', { name: 'All sessions' }).waitFor();
    await act(lanyard);
  } finally {
    await lanyard.close();
  }
}

function shown({ vault, sessions }: Snapshot): Shown {
  return {
    status: vault.status,
    damaged: vault.status === 'open' ? [...vault.damaged, ...vault.rolledBack] : [],
    sessions: sessions.map(({ name, state, access, unsaved, problem }) => ({
      name,
      state,
      receivedAt: access?.receivedAt ?? null,
      unsaved,
      problem: problem?.code ?? null,
    })),
  };
}

function summary(truth: TokenTruth, users: number, acknowledged: Acknowledgements): string {
  return `${truth.refreshes()} refreshes, ${truth.logins() - users} sign-ins anew, run ${acknowledged.run()}`;
}
