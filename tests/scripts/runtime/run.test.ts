import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endGroup, runTool } from '../../../scripts/runtime/run.ts';

const tsx = 'tsx/dist/cli.mjs';

test('a tool that hangs is stopped at its limit, which says so', async () => {
  const hanging = runTool(tsx, ['-e', 'setInterval(() => undefined, 1000)'], { limitMs: 300 });
  await expect(hanging).rejects.toThrow(/^It was stopped, for it had not ended after 0\.005 minutes\.$/);
});

test('a tool is told its variables and gives its exit code, also within a limit', async () => {
  const asked = ['-e', 'process.exit(Number(process.env.CODE_OF_TEST))'];
  expect(await runTool(tsx, asked, { variables: { CODE_OF_TEST: '7' } })).toBe(7);
  expect(await runTool(tsx, asked, { variables: { CODE_OF_TEST: '8' }, limitMs: 60_000 })).toBe(8);
});

test.skipIf(process.platform === 'win32')(
  'what was started by what is stopped ends too, though neither heeds being asked',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-run-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'socket');
    const server = createServer().listen(path);
    onTestFinished(() => void server.close());
    // It lives for as long as its connection is open.
    const grandchild = `process.on('SIGTERM', () => {}); require('node:net').connect(${JSON.stringify(path)})`;
    const stubborn = `
      process.on('SIGTERM', () => {});
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]);`;
    const child = spawn(process.execPath, ['-e', stubborn], { detached: true });
    const [socket] = (await once(server, 'connection')) as [Socket];
    const isOver = once(
      socket.resume().on('error', () => {}),
      'close',
    );
    const ended = once(child, 'exit');
    await endGroup(child, 50);
    await isOver;
    expect(await ended).toEqual([null, 'SIGKILL']);
  },
);
