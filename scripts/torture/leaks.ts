import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findInFolder } from '../../tests/driver/find-secrets.ts';
import { type LaunchedLanyard, launchLanyard } from '../../tests/driver/launch.ts';
import { type Messages, recordMessages } from '../../tests/driver/record-messages.ts';
import { createSecretSearch, type SecretSearch } from '../../tests/driver/secret-search.ts';
import { writingsOf } from '../../tests/driver/secret-writings.ts';
import { createVault, openSession } from '../../tests/driver/steps.ts';
import type { Progress } from '../runtime/progress.ts';
import { type CanaryServers, startCanaryServers } from './canary-servers.ts';
import type { PartResult } from './figures.ts';
import { exportAll, playWithServer, renew, signOut, unlock } from './play-with-secrets.ts';
import { processTexts } from './process-texts.ts';

/** The one that is renewed and the one that is signed out of once Lanyard was killed. */
const quickServers = 2;

/** Everything of a run that could hold a secret and is no file: name → content. */
type Texts = Map<string, Buffer>;

/**
 * Plays the full scenario with canaries for every secret, exports and two ends by SIGKILL included, and searches all that the app wrote or showed:
 * its data, home and temporary folders, its output, command lines and environments of its processes, the page, and every message to it.
 * Where the user asks for a secret it may go: to the clipboard, and in the one answer that reveals a token.
 */
export async function runLeaks(isQuick: boolean, progress: Progress): Promise<PartResult> {
  const home = await mkdtemp(join(tmpdir(), 'lanyard-leaks-'));
  const canaries = await startCanaryServers(isQuick ? quickServers : undefined);
  const texts: Texts = new Map();
  try {
    const revealed = await playThrough(home, canaries, texts, progress);
    const search = createSecretSearch(canaries.secrets());
    const found = [...(await findInFolder(home, search)), ...findInTexts(texts, search)];
    const missed = [
      ...(await missedControls(home, canaries, search)),
      ...(search.in(Buffer.from(revealed.join('\n'))).length > 0 ? [] : ['a token that was revealed']),
    ];
    progress.note(`${texts.size} texts and all files were searched for ${search.patterns} patterns`);
    return {
      figures: {
        leakPatterns: search.patterns,
        leaks: found.length,
        positiveControlFound: missed.length === 0,
      },
      broken: [...found, ...missed.map((control) => `${control} was planted and not found`)],
    };
  } finally {
    await canaries.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Gives the answers in which a token was revealed because the user asked. */
async function playThrough(
  home: string,
  canaries: CanaryServers,
  texts: Texts,
  progress: Progress,
): Promise<readonly string[]> {
  const { servers, passphrase, wrongPassphrase, backupPassphrase } = canaries;
  const first = await start(home, 'first', texts);
  await createVault(first.window, passphrase);
  for (const [at, server] of servers.entries()) {
    await playWithServer(first.window, server, () => first.look());
    progress.step(at + 1, servers.length, server.name);
  }
  const { sent, revealed } = await first.messages();
  texts.set('messages to the page', Buffer.from(sent.join('\n')));
  await first.kill();

  const second = await start(home, 'second', texts);
  await unlock(second.window, wrongPassphrase);
  await expect(second.window.getByRole('textbox', { name: 'Passphrase' })).toHaveAccessibleDescription(
    /does not open/,
  );
  await unlock(second.window, passphrase);
  const [core, toolkit] = servers;
  if (!core || !toolkit) throw new Error('There are not all servers.');
  await renew(await openSession(second.window, 'admin', core.name), core);
  await signOut(second.window, toolkit, 'alice');
  for (const file of await exportAll(second, home, backupPassphrase)) {
    if ((await stat(file)).size === 0) throw new Error('A file that was exported is empty.');
  }
  await second.window.getByRole('navigation').getByRole('button', { name: 'Lock the vault' }).click();
  await expect(second.window.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
  await second.look();
  const later = await second.messages();
  texts.set('later messages to the page', Buffer.from(later.sent.join('\n')));
  if (later.sent.length < 5 || sent.length < 20) throw new Error('The messages to the page were not heard.');
  await second.kill();
  return revealed;
}

interface Watched extends Pick<LaunchedLanyard, 'app' | 'window'> {
  readonly messages: () => Promise<Messages>;
  /** Keeps what the page and the processes show now. */
  readonly look: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

async function start(home: string, run: string, texts: Texts): Promise<Watched> {
  const userData = join(home, 'data');
  const temporary = join(home, 'tmp');
  await mkdir(temporary, { recursive: true });
  const env = {
    HOME: home,
    TMPDIR: temporary,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
  const { app, window } = await launchLanyard({ userData, env });
  const child = app.process();
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => output.push(Buffer.from(chunk)));
  window.on('console', (message) => output.push(Buffer.from(message.text())));
  const messages = await recordMessages(app);
  let looks = 0;
  return {
    app,
    window,
    messages,
    async look() {
      looks += 1;
      texts.set(`page, ${run} ${looks}`, Buffer.from(await window.content()));
      for (const [path, text] of await processTexts(child.pid ?? 0))
        texts.set(`${path}, ${run} ${looks}`, text);
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      texts.set(`output, ${run}`, Buffer.concat(output));
    },
  };
}

function findInTexts(texts: Texts, search: SecretSearch): readonly string[] {
  return [...texts].flatMap(([name, text]) => search.in(text).map((what) => `${name}: ${what}`));
}

/** Plants a canary in each writing among the app's own files, and one in a command line and an environment; names what is not found. */
async function missedControls(
  home: string,
  { passphrase }: CanaryServers,
  search: SecretSearch,
): Promise<readonly string[]> {
  const folder = join(home, 'data', 'planted');
  await mkdir(folder);
  const writings = writingsOf(passphrase);
  for (const [at, { bytes }] of writings.entries()) {
    // Its middle alone, as a page of a database might hold it: there stands what encodings treat in their own way.
    await writeFile(
      join(folder, String(at)),
      Buffer.concat([Buffer.from('x'), bytes.subarray(14, 30), Buffer.from('x')]),
    );
  }
  const found = await findInFolder(home, search);
  const missed = writings.filter(
    ({ writing }, at) =>
      !found.some((place) => place === `${join(folder, String(at))}: passphrase, ${writing}`),
  );
  // After `--`, what begins with a dash is no option.
  const program = ['-e', 'console.log(); process.stdin.resume()', '--', passphrase];
  const child = spawn(process.execPath, program, {
    env: { CANARY: passphrase },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // Between its start and its first line, the system may not know yet what it was started with.
  await once(child.stdout, 'readable');
  if (child.stdout.read() === null)
    throw new Error('The program that was started as a control ended at once.');
  const places = findInTexts(new Map(await processTexts(child.pid ?? 0)), search);
  child.stdin.end();
  const unseen = ['cmdline', 'environ'].filter((name) => !places.some((place) => place.includes(name)));
  return [...missed.map(({ writing }) => writing), ...unseen];
}
