import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { askedByPicker } from '../../electron/contract/asked-by-picker.ts';
import { type RequestName, requests } from '../../electron/contract/ipc.ts';
import { problemCodes } from '../../electron/contract/problem.ts';
import { snapshot } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const names = Object.keys(requests) as RequestName[];
const refused = { ok: false, problem: { code: 'internal' } };
const secret = 'canary-7f3b0c51-never-repeated';

/** Values of every sort, in each of which the secret stands where a value can hold one. */
const oddValues: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  Number.NaN,
  1e300,
  '',
  secret,
  secret.repeat(2000),
  `\u0000\u202e${secret}\ud800`,
  [],
  [secret, [secret]],
  {},
  { [secret]: secret },
  { toJSON: secret, toString: secret, valueOf: secret },
  new Map([[secret, secret]]),
];

/** Fields that requests have, so that values get past the outermost check; a passphrase would make a vault. */
const fields = [
  'profileId',
  'profileIds',
  'serverId',
  'kindId',
  'kind',
  'name',
  'address',
  'current',
  'next',
  'text',
  'fields',
  'settings',
  'loginId',
  'attemptId',
  'tryOutId',
  'sendId',
  'requestId',
  'removalId',
  'request',
  'format',
  'token',
  'action',
  'accelerator',
  'to',
  'remember',
  'allowPlainHttp',
  'caPem',
  'beforeId',
  'call',
  'send',
  'what',
  'use',
];

function withAllFields(value: unknown): unknown {
  return Object.fromEntries(fields.map((field) => [field, value]));
}

interface Told {
  readonly name: string;
  readonly answer: { readonly ok: boolean; readonly problem?: { readonly code: string } };
}

/** What main answers to every request with every value; what the bridge itself cannot carry is left out. */
function askAll(page: Page, values: readonly unknown[]): Promise<readonly Told[]> {
  return page.evaluate(
    async ([asked, given]) => {
      const { lanyard } = globalThis as unknown as {
        lanyard: { request(name: unknown, input: unknown): Promise<Told['answer']> };
      };
      const told: Told[] = [];
      const polluting = JSON.parse(
        '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
      );
      for (const name of asked) {
        const answers = await Promise.all([...given, polluting].map((value) => lanyard.request(name, value)));
        for (const answer of answers) told.push({ name, answer });
      }
      return told;
    },
    [names, values] as const,
  );
}

test('one channel is all that main listens to', async ({ lanyard: { app } }) => {
  const heard = await app.evaluate(({ ipcMain }) => ({
    // Electron keeps its handlers in a map of this name.
    handlers: [...(Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>).keys()],
    events: ipcMain.eventNames().map(String),
  }));
  expect(heard.handlers).toEqual(['lanyard:request']);
  expect(heard.events.filter((name) => name !== 'error')).toEqual([]);
});

test('odd values get a problem of the contract from every request, and nothing of them comes back', async ({
  lanyard,
  wall,
}) => {
  await lanyard.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  let said = '';
  lanyard.app.process().stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const values = [...oddValues, ...oddValues.map(withAllFields)];
  const told = await askAll(wall, values);
  expect(told).toHaveLength(names.length * (values.length + 1));
  const codes: readonly string[] = problemCodes;
  const unknown = told.filter(({ answer }) => !answer.ok && !codes.includes(answer.problem?.code ?? ''));
  expect(unknown).toEqual([]);
  expect(told.filter(({ answer }) => answer.problem?.code === 'internal')).toEqual([]);
  expect(JSON.stringify(told)).not.toContain('canary-7f3b0c51');
  expect(said).not.toContain('canary-7f3b0c51');
  expect((await snapshot(wall)).vault.status).toBe('memory');
  expect(await wall.evaluate(() => Reflect.get({}, 'isAdmin'))).toBeUndefined();
});

test('frames in the page, other windows and foreign pages in them are refused every request', async ({
  lanyard: { app },
  wall,
}) => {
  const preload = resolve(import.meta.dirname, '../../dist/preload.cjs');
  await wall.evaluate(() => document.body.append(document.createElement('iframe')));
  const answers = await app.evaluate(
    async ({ BrowserWindow, ipcMain }, [path, asked]) => {
      const [own] = BrowserWindow.getAllWindows();
      const frame = own?.webContents.mainFrame.frames[0];
      const handler = (
        Reflect.get(ipcMain, '_invokeHandlers') as Map<
          string,
          (event: unknown, name: string) => Promise<unknown>
        >
      ).get('lanyard:request');
      if (!own || !frame || !handler) throw new Error('there is no window with a frame');
      const inFrame = asked.map((name) => handler({ sender: own.webContents, senderFrame: frame }, name));
      const gone = asked.map((name) => handler({ sender: own.webContents, senderFrame: null }, name));
      const elsewhere = ['about:blank', 'data:text/html,x', 'app://lanyard/'].map(async (url) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
        await other.loadURL(url);
        const told: unknown[] = await other.webContents.executeJavaScript(
          `Promise.all(${JSON.stringify(asked)}.map((name) => lanyard.request(name)))`,
        );
        other.destroy();
        return told;
      });
      return {
        inFrame: await Promise.all(inFrame),
        gone: await Promise.all(gone),
        elsewhere: (await Promise.all(elsewhere)).flat(),
      };
    },
    [preload, names] as const,
  );
  expect(answers.inFrame).toEqual(names.map(() => refused));
  expect(answers.gone).toEqual(names.map(() => refused));
  expect(answers.elsewhere).toEqual([...names, ...names, ...names].map(() => refused));
  expect((await snapshot(wall)).vault.status).toBe('memory');
});

test('the picker is answered what it needs and refused all else, also once it calls itself the window', async ({
  lanyard: { app },
  wall,
}) => {
  await wall.getByRole('button', { name: 'Settings', exact: true }).click();
  await wall.getByRole('button', { name: /^Keys that open the picker/ }).click();
  await wall.keyboard.press('Control+Alt+j');
  await expect(wall.getByRole('button', { name: /^Keys that open the picker/ })).toHaveText('Ctrl Alt J');
  const [picker] = await Promise.all([
    app.waitForEvent('window'),
    promisify(execFile)('xdotool', ['key', '--clearmodifiers', 'ctrl+alt+j']),
  ]);
  await expect(picker.getByRole('main')).toBeVisible();
  for (const address of ['?picker', '/']) {
    await picker.evaluate((path) => history.replaceState(null, '', path), address);
    const told = await askAll(picker, [{ [secret]: 7 }]);
    const answered = told.filter(({ answer }) => JSON.stringify(answer) !== JSON.stringify(refused));
    expect(new Set(answered.map(({ name }) => name))).toEqual(askedByPicker);
  }
});
