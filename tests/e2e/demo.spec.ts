import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

const projectFolder = resolve(import.meta.dirname, '../..');

test('the demo plays the main job on all four systems, and its last line is the record of that', async () => {
  test.setTimeout(180_000);
  const demo = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--json'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(demo.stdout), once(demo, 'exit')]);
  const { electron, ms, servers, screenshots } = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const common = { login: true, expiresAt: moment, curlStatus: 200 };
  expect(servers).toEqual([
    {
      ...common,
      kind: 'zebbra',
      identity: 'charlie_brown@example.com',
      expirySource: 'exp',
      kept: 'logged-in-again',
      ended: 'logged-out',
    },
    {
      ...common,
      kind: 'datarhei-core',
      identity: 'admin',
      expirySource: 'exi',
      kept: 'refreshed',
      ended: 'unsupported',
    },
    {
      ...common,
      kind: 'django-oauth-toolkit',
      identity: 'alice',
      expirySource: 'expires_in',
      kept: 'refreshed',
      ended: 'revoked',
    },
    {
      ...common,
      kind: 'oauth2',
      identity: 'service',
      expirySource: 'exp-iat',
      kept: 'logged-in-again',
      ended: 'revoked',
    },
  ]);
  expect(code).toBe(0);
  expect(electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(ms).toBeGreaterThan(0);
  expect(screenshots).toHaveLength(2);
  for (const path of screenshots) await access(path);
});
