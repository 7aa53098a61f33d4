import { execFile } from 'node:child_process';
import { access, chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { doMainJob } from './main-job.ts';
import { type Ground, type PackedApp, shownWindows, startPacked, windowOf } from './packed-app.ts';
import { commandLineOf, listeningAt, statusOf } from './processes.ts';
import { trySwitches } from './refused.ts';
import { until } from './until.ts';

const run = promisify(execFile);
/** A debugger that is asked for by a signal opens within milliseconds. */
const DEBUGGER_OPENS_WITHIN_MS = 1500;

export interface Check {
  readonly promise: string;
  /** Gives what is wrong. */
  readonly run: () => Promise<readonly string[]>;
}

/** What is looked at while the program runs, the last of which ends it. */
export function checksOf(app: PackedApp, ground: Ground, folder: string): readonly Check[] {
  const dataFolder = join(ground.user.home, '.config/Lanyard');
  return [
    {
      promise: 'its window shows, under the name that the desktop entry has',
      async run() {
        const { stdout } = await run('xprop', ['-id', await windowOf(app), 'WM_CLASS']);
        return stdout.includes('"lanyard"') ? [] : [stdout.trim()];
      },
    },
    {
      promise: 'the page runs in Chromium’s sandbox, for a user who is not root',
      run: () => sandboxFaults(app),
    },
    {
      promise: 'by keys alone: a vault, a server, a sign-in, a curl command that works',
      async run() {
        const status = await doMainJob(app, join(dataFolder, 'vault/vault.json'));
        return status === 200 ? [] : [`the copied command got ${status}`];
      },
    },
    {
      promise: 'its folders are 0700, what is in the vault 0600',
      run: () => modeFaults(dataFolder),
    },
    {
      promise: 'a second start shows the first one’s window and ends',
      async run() {
        const code = await startPacked(ground).ended;
        const windows = (await shownWindows()).length;
        return code === 0 && windows === 1 ? [] : [`ended with ${code}, ${windows} windows`];
      },
    },
    {
      promise: 'nothing of it listens, and a signal opens no debugger',
      run: () => debuggerFaults(app),
    },
    {
      promise: 'neither the environment nor a folder beside its archive makes it run other code',
      run: () => foreignCodeFaults(ground, folder),
    },
    {
      promise: 'started with a switch that would open it, it says so, ends, and never listens',
      run: () => trySwitches(ground, folder),
    },
  ];
}

async function sandboxFaults(app: PackedApp): Promise<readonly string[]> {
  const page = await until('the process of the page', async () => {
    for (const pid of await app.family()) {
      if ((await commandLineOf(pid)).includes('--type=renderer ')) return pid;
    }
    return undefined;
  });
  const found = [
    `Seccomp ${await statusOf(page, 'Seccomp')}`,
    `NoNewPrivs ${await statusOf(page, 'NoNewPrivs')}`,
  ];
  const wanted = ['Seccomp 2', 'NoNewPrivs 1'];
  return found.filter((each) => !wanted.includes(each));
}

async function modeFaults(folder: string): Promise<readonly string[]> {
  const vault = join(folder, 'vault');
  const files = (await readdir(vault)).map((name) => [join(vault, name), 0o600] as const);
  const wanted = [[folder, 0o700] as const, [vault, 0o700] as const, ...files];
  const faults = await Promise.all(
    wanted.map(async ([path, mode]) => {
      const found = (await stat(path)).mode & 0o777;
      return found === mode ? [] : [`${path} is ${found.toString(8)}`];
    }),
  );
  return files.length < 3 ? ['the vault holds too little to tell'] : faults.flat();
}

async function debuggerFaults(app: PackedApp): Promise<readonly string[]> {
  const before = await listeningAt(await app.family());
  const family = await app.family();
  const main = family.find((pid) => pid === app.pid) ?? app.pid;
  process.kill(main, 'SIGUSR1');
  await Promise.race([app.ended, pause(DEBUGGER_OPENS_WITHIN_MS)]);
  const after = await listeningAt(await app.family());
  return [...before, ...after].map((address) => `reached at ${address}`);
}

/** The marker is what foreign code would leave. */
async function foreignCodeFaults(ground: Ground, folder: string): Promise<readonly string[]> {
  const marker = join(ground.user.home, 'ran-other-code');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`;
  const script = join(folder, 'other-code.cjs');
  await writeFile(script, code);
  const beside = join(dirname(ground.executable), 'resources/app');
  await mkdir(beside);
  await writeFile(join(beside, 'package.json'), '{"main":"main.cjs"}');
  await writeFile(join(beside, 'main.cjs'), code);
  for (const path of [script, beside]) await chmod(path, 0o755);
  const faults: string[] = [];
  const ways: readonly Readonly<Record<string, string>>[] = [
    { ELECTRON_RUN_AS_NODE: '1' },
    { NODE_OPTIONS: `--require ${script}` },
  ];
  for (const [index, env] of ways.entries()) {
    const args = [`--user-data-dir=${join(ground.user.home, `other-${index}`)}`, '-e', code];
    const app = startPacked(ground, args, env);
    await windowOf(app);
    await app.stop();
    const ran = await access(marker).then(
      () => true,
      () => false,
    );
    if (ran) faults.push(`${Object.keys(env)[0]} ran other code`);
  }
  return faults;
}
