import { expect } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { clipboardText, signInToCore } from '../driver/steps.ts';
import { testInOneLanyard as test } from './fixtures.ts';

test('the timeline says what is planned, what failed and why, and can be copied without a name in it', async ({
  lanyard,
  wall,
  serve,
}) => {
  const server = await serve(startDatarheiCore());
  const pane = await signInToCore(wall, server.url);
  const timeline = pane.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('listitem').first()).toHaveText(/^Refresh planned at \d\d:\d\d:\d\d$/);
  await server.close();
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  const failed = timeline.getByText('Try later', { exact: true }).first();
  await expect(failed).toBeVisible();
  await timeline.getByRole('button', { name: 'Failures only' }).click();
  await expect(timeline.getByText('Signed in', { exact: true })).toHaveCount(0);
  await failed.click();
  await expect(timeline).toContainText('Check the address, the port and your network.');

  await timeline.getByRole('button', { name: 'Copy for a bug report' }).click();
  const report = wall.getByRole('dialog', { name: 'Copy the timeline for a bug report' });
  const text = report.getByRole('textbox', { name: 'Text of the report' });
  await expect(text).toHaveValue(/refresh: later, GET \/api\/login\/refresh, no answer, \d+ ms, unreachable/);
  await expect(text).not.toHaveValue(/admin|datarhei-pw|127\.0\.0\.1|localhost/);
  await report.getByRole('checkbox', { name: 'Add the address of the server' }).click();
  await expect(text).toHaveValue(new RegExp(server.url.replaceAll('.', '\\.')));
  const shown = await text.inputValue();
  await report.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(report).toHaveCount(0);
  const copied = await clipboardText(lanyard.app);
  expect(copied.split('\n').slice(3)).toEqual(shown.split('\n').slice(3));
});
