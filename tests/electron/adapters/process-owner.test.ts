import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProcessOwner } from '../../../electron/adapters/process-owner.ts';

const program = join(import.meta.dirname, 'owner-process.ts');

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-owner-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'owner');
}

function start(folder: string): ChildProcess {
  const child = fork(program, [folder], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function claimed(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

test('two processes: of several that start at once exactly one owns the vault', {
  timeout: 60_000,
}, async () => {
  const folder = await folderFor();
  for (let round = 0; round < 3; round += 1) {
    const children = Array.from({ length: 4 }, () => start(folder));
    const owners = await Promise.all(children.map(claimed));
    expect(owners.filter(Boolean), `round ${round}: ${owners}`).toHaveLength(1);
    expect(await createProcessOwner(folder).claim()).toBe(false);
    await Promise.all(children.map(kill));
  }
});

test('two processes: after SIGKILL the next start is never blocked', { timeout: 60_000 }, async () => {
  const folder = await folderFor();
  for (let round = 0; round < 5; round += 1) {
    const child = start(folder);
    expect(await claimed(child)).toBe(true);
    await kill(child);
  }
  expect(await createProcessOwner(folder).claim()).toBe(true);
  expect((await readdir(folder)).filter((name) => name.startsWith('owner-'))).toHaveLength(1);
});

test('two processes: an owner stays one, and keeps others of its own process away too', async () => {
  const folder = await folderFor();
  const owner = createProcessOwner(folder);
  expect(await owner.claim()).toBe(true);
  expect(await owner.claim()).toBe(true);
  expect(await createProcessOwner(folder).claim()).toBe(false);
});

test.each([
  ['another boot', { pid: process.pid, boot: 'another', birth: '1' }],
  ['a process that is gone', { pid: 2 ** 22 + 1, boot: '', birth: '' }],
  ['nobody', 'not an owner'],
])('two processes: what %s left behind blocks nobody', async (_, mark) => {
  const folder = await folderFor();
  await createProcessOwner(folder).claim();
  await writeFile(join(folder, 'owner-7'), JSON.stringify(mark));
  expect(await createProcessOwner(folder).claim()).toBe(true);
});

test('two processes: of a hundred claims at once on what a dead one left, one succeeds', async () => {
  const folder = await folderFor();
  const child = start(folder);
  await claimed(child);
  await kill(child);
  const claims = await Promise.all(Array.from({ length: 100 }, () => createProcessOwner(folder).claim()));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test.runIf(process.platform === 'linux')(
  'two processes: a process whose number was used again is not taken for the owner',
  async () => {
    const folder = await folderFor();
    expect(await createProcessOwner(folder).claim()).toBe(true);
    const mark = JSON.parse(await readFile(join(folder, 'owner-1'), 'utf8'));
    expect(mark).toMatchObject({ pid: process.pid, birth: expect.stringMatching(/^[0-9]+$/) });
    await writeFile(join(folder, 'owner-1'), JSON.stringify({ ...mark, birth: '1' }));
    expect(await createProcessOwner(folder).claim()).toBe(true);
  },
);
