import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { createOrdinaryUser } from '../../scripts/dist/smoke/ordinary-user.ts';
import { startPacked } from '../../scripts/dist/smoke/packed-app.ts';
import { commandLineOf, statusOf } from '../../scripts/dist/smoke/processes.ts';
import { test } from './fixtures.ts';

const project = resolve(import.meta.dirname, '../..');

test('for a user who is not root, the page runs in Chromium’s sandbox', async ({ lanyard: { app } }) => {
  const [executable = ''] = await app.evaluate(() => [process.execPath]);
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-sandbox-'));
  try {
    await chmod(folder, 0o755);
    // Where everybody can read it, which a project in somebody's home is not.
    await cp(dirname(executable), join(folder, 'electron'), { recursive: true, mode: 2 });
    await mkdir(join(folder, 'app'));
    await cp(join(project, 'dist'), join(folder, 'app/dist'), {
      recursive: true,
      filter: (path) => !path.includes('packages'),
    });
    await cp(join(project, 'package.json'), join(folder, 'app/package.json'));
    const user = await createOrdinaryUser(folder);
    const started = startPacked({ executable: join(folder, 'electron/electron'), user }, [
      join(folder, 'app'),
    ]);
    const page = async () => {
      for (const pid of await started.family()) {
        if (!(await commandLineOf(pid)).includes('--type=renderer ')) continue;
        return [
          await statusOf(pid, 'Seccomp'),
          await statusOf(pid, 'NoNewPrivs'),
          await statusOf(pid, 'Uid'),
        ];
      }
      return started.said();
    };
    await expect.poll(page).toEqual(['2', '1', expect.not.stringMatching(/^0\b/)]);
    await started.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
