import { expect } from '@playwright/test';
import { startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { addServer, fill, fromPaneMenu, fromServerMenu, signIn } from '../driver/steps.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const user = { username: 'charlie', password: 'secret', firstName: 'C', lastName: 'B', workspace: 'W' };

test('a deleted profile comes back signed in by the button of its toast, and again by Ctrl Z', async ({
  wall,
  serve,
}) => {
  const zebbra = await serve(startZebbra({ users: [user] }));
  const dialog = await addServer(wall, { address: zebbra.url, name: 'Zebbra', kindLabel: 'Zebbra' });
  await fill(dialog, { Username: user.username, Password: user.password });
  await signIn(wall);
  const row = wall.getByRole('main').getByRole('button', { name: 'charlie at Zebbra' });

  await fromPaneMenu(wall, 'Delete…');
  const confirm = wall.getByRole('dialog', { name: 'Delete charlie?' });
  await confirm.getByRole('checkbox', { name: 'Sign out at the server too' }).uncheck();
  await confirm.getByRole('button', { name: 'Delete profile' }).click();
  await expect(row).toHaveCount(0);
  await expect(wall.getByText('Deleted charlie.')).toBeVisible();
  await wall.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await expect(wall.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(wall.getByText('charlie is back.')).toBeVisible();

  await fromServerMenu(wall, 'Zebbra', 'Delete server…');
  await wall.getByRole('button', { name: 'Delete server' }).click();
  await expect(wall.getByText('Deleted Zebbra with 1 profile.')).toBeVisible();
  await expect(wall.getByText(/comes? back signed out/)).toBeVisible();
  await wall.keyboard.press('Control+z');
  await expect(row).toHaveAccessibleName(/signed out/i);
});
