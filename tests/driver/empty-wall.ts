import { expect, type Page } from '@playwright/test';
import { defaultSettings } from '../../electron/contract/default-settings.ts';
import type { RequestInput, RequestName } from '../../electron/contract/ipc.ts';
import { request } from './bridge.ts';
import { snapshot } from './steps.ts';

/** Leaves everything that was added, set, copied or begun, and loads the window anew, as after a start. */
export async function emptyWall(window: Page): Promise<void> {
  const send = async <Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<void> => {
    expect(await request(window, name, input), name).toMatchObject({ ok: true });
  };
  const { attempts, servers, ownKinds } = await snapshot(window);
  for (const { attemptId } of attempts) await send('session.cancelLogin', { attemptId });
  if (servers.some(({ demo }) => demo)) await send('demo.remove', undefined);
  for (const { id } of servers.filter(({ demo }) => !demo)) await send('server.remove', { serverId: id });
  for (const { id } of ownKinds) await send('kind.remove', { kindId: id });
  for (const { removalId } of (await snapshot(window)).removals) await send('removal.forget', { removalId });
  const { pickerShortcut: _, ...settings } = defaultSettings;
  await send('settings.update', settings);
  await send('clipboard.clear', undefined);
  await window.reload();
  await expect(window.getByRole('heading', { name: 'All sessions' })).toBeVisible();
}
