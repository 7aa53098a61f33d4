import { expect } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import { createVault } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const passphrase = 'correct horse battery staple';

test('keys, the wheel and the setting change the size of everything, which is kept over a restart', async ({
  launch,
  userData,
}) => {
  const first = await launch({ userData });
  const { window } = first;
  await createVault(window, passphrase);
  const width = await window.evaluate(() => innerWidth);
  const hasZoom = (percent: number) =>
    expect.poll(() => window.evaluate(() => innerWidth)).toBe(Math.round((width * 100) / percent));

  await window.keyboard.press('Control+=');
  await expect(window.getByText('Size 110 %')).toBeVisible();
  await hasZoom(110);
  await window.keyboard.press('Control+-');
  await window.keyboard.press('Control+-');
  await hasZoom(90);
  await window.keyboard.press('Control+0');
  await hasZoom(100);
  await window.mouse.move(400, 300);
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, -120);
  await window.keyboard.up('Control');
  await hasZoom(110);

  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('combobox', { name: 'Size' }).click();
  await window.getByRole('option', { name: '200 %' }).click();
  await hasZoom(200);
  expect(await faultsOf(window)).toEqual([]);
  await first.close();

  const second = await launch({ userData });
  await expect.poll(() => second.window.evaluate(() => innerWidth)).toBe(Math.round(width / 2));
});

test('high contrast is chosen in the settings, and holds for the whole window', async ({ launch }) => {
  const { window } = await launch();
  await createVault(window, passphrase);
  const focusWidth = () =>
    window.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--focus-width'));
  expect(await focusWidth()).toBe('2px');
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('combobox', { name: 'Contrast' }).click();
  await window.getByRole('option', { name: 'High contrast' }).click();
  await expect.poll(focusWidth).toBe('3px');
  expect(await faultsOf(window)).toEqual([]);
});
