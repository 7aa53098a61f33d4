import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('a second start shows the window of the first, and ends', async ({ launch, userData }) => {
  const { app, window } = await launch({ userData });
  await expect(window.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const [executable = '', projectFolder = ''] = await app.evaluate(({ app: main }) => [
    process.execPath,
    main.getAppPath(),
  ]);
  const second = spawn(executable, [projectFolder, `--user-data-dir=${userData}`, '--no-sandbox'], {
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()));
  await expect.poll(shown).toEqual([true]);
});

test('starts for other data stand side by side', async ({ launch }) => {
  const one = await launch();
  const other = await launch();
  await expect(one.window.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await expect(other.window.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
});
