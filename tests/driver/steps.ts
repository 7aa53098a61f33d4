import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Answer, Bridge } from '../../electron/contract/ipc.ts';
import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { submit } from './controls.ts';

/** What a user does in Lanyard's window, by clicking and typing at what is seen there. */

/** Leaves the first screen on a machine without a keyring. */
export async function carryOnWithoutVault(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Carry on without a vault' }).click();
  await expect(window.getByRole('heading', { name: 'All sessions' })).toBeVisible();
}

/** Creates the vault on the first screen. */
export async function createVault(window: Page, passphrase: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
  await window.getByRole('button', { name: 'Create the vault' }).click();
  await expect(window.getByRole('heading', { name: 'All sessions' })).toBeVisible();
}

/** Types an address, waits for what the probe finds, makes sure of the kind, and goes on to the sign-in dialog. */
export async function addServer(
  window: Page,
  server: { readonly address: string; readonly name: string; readonly kindLabel: string },
): Promise<Locator> {
  await window.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await window.getByRole('textbox', { name: 'Address' }).fill(server.address);
  await expect(window.getByRole('main')).toContainText(/answers here|looks like|does not say what it is/);
  const kind = window.getByRole('radio', { name: server.kindLabel });
  if (!(await kind.isChecked())) await kind.click();
  await window.getByRole('textbox', { name: 'Name' }).fill(server.name);
  await window.getByRole('button', { name: 'Add and sign in' }).click();
  const dialog = window.getByRole('dialog', { name: `Sign in to ${server.name}` });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Fills a form by the labels of its fields. */
export async function fill(form: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await form.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
}

/** Sends the open sign-in dialog and waits for it to close; gives the session's pane. */
export async function signIn(window: Page): Promise<Locator> {
  await submit(window.getByRole('dialog'));
  await expect(window.getByRole('dialog')).toHaveCount(0);
  const pane = window.getByRole('complementary');
  await expect(pane).toBeVisible();
  return pane;
}

/** Adds a datarhei Core with the user that its stand-in knows, and signs in to it; gives the session's pane. */
export async function signInToCore(window: Page, address: string, name = 'Core'): Promise<Locator> {
  const dialog = await addServer(window, { address, name, kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  return signIn(window);
}

/** Opens the screen that looks into a pasted token. */
export async function openInspector(window: Page): Promise<Locator> {
  await window.getByRole('navigation').getByRole('button', { name: 'Look into a token' }).click();
  return window.getByRole('main').getByRole('region', { name: 'Look into a token' });
}

/** Picks one of a field's options. */
export async function choose(form: Locator, label: string, option: string): Promise<void> {
  await form.getByRole('combobox', { name: label, exact: true }).click();
  await form.page().getByRole('option', { name: option, exact: true }).click();
}

/** Opens the pane of a session on the wall; one that is open stays so. */
export async function openSession(window: Page, name: string, serverName = ''): Promise<Locator> {
  const row = window.getByRole('main').getByRole('button', { name: `${name} at ${serverName}` });
  const pane = window.getByRole('complementary', { name: `${name} at ${serverName}` });
  await expect(row).toBeVisible();
  if (!(await pane.isVisible())) await row.click();
  await expect(pane).toBeVisible();
  return pane;
}

/** Chooses from the menu of the open pane's session. */
export async function fromPaneMenu(window: Page, item: string): Promise<void> {
  await window
    .getByRole('complementary')
    .getByRole('button', { name: /^More for / })
    .click();
  await window.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Chooses from the menu of a server in the sidebar. */
export async function fromServerMenu(window: Page, serverName: string, item: string): Promise<void> {
  const group = window.getByRole('navigation').getByRole('region', { name: serverName, exact: true });
  await group.hover();
  await group.getByRole('button', { name: `More for ${serverName}`, exact: true }).click();
  await window.getByRole('menuitem', { name: item, exact: true }).click();
  // While it closes it still has every key, Escape too.
  await expect(window.getByRole('menu')).toHaveCount(0);
}

/** Chooses one of the texts of the pane's copy menu. */
export async function copyAs(window: Page, item: RegExp): Promise<void> {
  await window.getByRole('complementary').getByRole('button', { name: 'Choose what to copy' }).click();
  await window.getByRole('menuitem', { name: item }).click();
  await expect(window.getByRole('contentinfo')).toContainText('copied');
}

/** What lies on the system's clipboard. */
export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}

/** The state that the window draws. */
export function snapshot(window: Page): Promise<Snapshot> {
  return window
    .evaluate(() => {
      const { lanyard } = globalThis as unknown as { lanyard: Bridge };
      return lanyard.request('app.snapshot', undefined);
    })
    .then(unwrap);
}

/** The session of that name, as the window knows it. */
export async function sessionNamed(window: Page, name: string): Promise<SessionView> {
  const session = (await snapshot(window)).sessions.find((one) => one.name === name);
  if (!session) throw new Error(`there is no session named ${name}`);
  return session;
}

export function detailOf(window: Page, profileId: string): Promise<SessionDetail> {
  return window
    .evaluate((id) => {
      const { lanyard } = globalThis as unknown as { lanyard: Bridge };
      return lanyard.request('session.detail', { profileId: id });
    }, profileId)
    .then(unwrap);
}

function unwrap<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`answered with ${answer.problem.code}`);
  return answer.value;
}
