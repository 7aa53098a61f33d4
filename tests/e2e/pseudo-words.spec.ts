import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { english } from '../../renderer/words/english/english.ts';
import { faultsOf } from '../driver/faults.ts';
import type { WindowFixture } from '../support/fake-bridge.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { buildPseudoWindow } from '../support/pseudo/build-pseudo-window.ts';
import { pseudoWords } from '../support/pseudo/pseudo-words.ts';
import { unmarkedTexts } from '../support/pseudo/unmarked-texts.ts';
import { emptyFixture, hardFixture, pictureFixture } from '../support/window-fixture.ts';

const said = pseudoWords(english);
const pictures = resolve(import.meta.dirname, '../../test-results/pseudo-words');
const sizes = [
  { width: 760, height: 520 },
  { width: 1100, height: 720 },
] as const;

let folder: string;
let gallery: Gallery;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'lanyard-pseudo-'));
  await buildPseudoWindow(folder);
  gallery = await openGallery(folder);
  await gallery.page.emulateMedia({ reducedMotion: 'reduce' });
  await mkdir(pictures, { recursive: true });
});

test.afterAll(async () => {
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

interface Place {
  readonly name: string;
  readonly fixture?: (now: number) => WindowFixture;
  readonly go?: (page: Page) => Promise<void>;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

async function choose(page: Page, button: string, item: string): Promise<void> {
  await press(page, button);
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** In a narrow window the menu of a server is beside its name above the list. */
async function chooseAtServer(page: Page, server: string, item: string): Promise<void> {
  await page.getByRole('region', { name: server, exact: true }).locator('[data-server]').click();
  await choose(page, said.shell.moreFor(server), item);
}

async function openPane(page: Page, profileId: string): Promise<void> {
  await page.locator(`[data-profile="${profileId}"]`).click();
  await expect(page.getByRole('complementary')).toBeVisible();
}

function withVault(vault: Snapshot['vault']): (now: number) => WindowFixture {
  return (now) => {
    const fixture = emptyFixture(now);
    return { ...fixture, snapshot: { ...fixture.snapshot, vault } };
  };
}

/** A name is made of other words than its button here: each is a sentence of its own, and longer by its own length. */
function isFault(fault: string): boolean {
  return !fault.startsWith('label-content-name-mismatch');
}

const panes = ['admin', 'bob', 'viewer', 'charlie_brown', 'qa_tester', 'billing-service'];
const menu = (profile: string): string => said.session.moreFor(profile);

const places: readonly Place[] = [
  { name: 'wall' },
  { name: 'empty', fixture: emptyFixture },
  { name: 'hard', fixture: hardFixture },
  ...panes.map((profile) => ({ name: `pane-${profile}`, go: (page: Page) => openPane(page, profile) })),
  { name: 'settings', go: (page) => press(page, said.shell.settings) },
  { name: 'add-server', go: (page) => press(page, said.shell.addServer) },
  { name: 'inspector', go: (page) => press(page, said.inspector.open) },
  { name: 'palette', go: (page) => page.keyboard.press('Control+k') },
  { name: 'shortcuts', go: (page) => page.keyboard.press('?') },
  {
    name: 'session-menu',
    async go(page) {
      await press(page, menu('admin'));
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'copy-menu',
    async go(page) {
      await openPane(page, 'admin');
      await press(page, said.session.chooseCopy);
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  ...(['rename', 'profileSettings', 'delete', 'signInAgainItem'] as const).map((item) => ({
    name: `dialog-${item}`,
    go: (page: Page) => choose(page, menu('admin'), said.session[item]),
  })),
  { name: 'dialog-tags', go: (page) => choose(page, menu('admin'), said.order.tags) },
  { name: 'dialog-revoke-all', go: (page) => choose(page, said.shell.moreForAll, said.shell.revokeAll) },
  ...(['Zebbra', 'Billing API', 'Community & Translator'] as const).map((server) => ({
    name: `dialog-sign-in-${server}`,
    go: (page: Page) => chooseAtServer(page, server, said.shell.signInAsNew),
  })),
  {
    name: 'dialog-register',
    go: (page) => chooseAtServer(page, 'Zebbra', said.shell.registerUser),
  },
  {
    name: 'dialog-delete-server',
    go: (page) => chooseAtServer(page, 'Zebbra', said.shell.deleteServer),
  },
  ...(['none', 'locked', 'damaged', 'in-use', 'newer', 'cannot-save'] as const).map((status) => ({
    name: `vault-${status}`,
    fixture: withVault(
      status === 'none'
        ? { status, keyring: false }
        : status === 'locked'
          ? { status, slots: ['keyring', 'passphrase'], reason: 'keyring-refused', refreshing: true }
          : { status: 'unreadable', reason: status },
    ),
  })),
  {
    name: 'vault-keyring',
    fixture: withVault({ status: 'locked', slots: ['keyring'], reason: 'keyring-absent' }),
  },
];

/** The others take minutes. */
const short = ['wall', 'pane-admin', 'settings', 'dialog-sign-in-Zebbra'];

for (const { name, fixture: fixtureAt = pictureFixture, go } of places) {
  test(`${short.includes(name) ? '' : '@long '}in another language nothing of ${name} is English, and nothing is cut off`, async () => {
    const { page } = gallery;
    for (const size of sizes) {
      const fixture = fixtureAt(Date.now());
      await page.setViewportSize(size);
      await gallery.show(fixture);
      await go?.(page);
      const place = `${name}-${size.width}`;
      await page.screenshot({ path: join(pictures, `${place}.png`) });
      expect.soft(await unmarkedTexts(page, fixture), place).toEqual([]);
      expect.soft((await faultsOf(page)).filter(isFault), place).toEqual([]);
    }
  });
}
