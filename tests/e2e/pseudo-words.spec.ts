import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { english } from '../../renderer/words/english/english.ts';
import { faultsOf } from '../driver/faults.ts';
import type { WindowFixture } from '../support/fake-bridge.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { buildPseudoWindow } from '../support/pseudo/build-pseudo-window.ts';
import { pseudoWords } from '../support/pseudo/pseudo-words.ts';
import { unmarkedTexts } from '../support/pseudo/unmarked-texts.ts';
import { emptyFixture, pictureFixture } from '../support/window-fixture.ts';

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

function withoutVault(now: number): WindowFixture {
  const fixture = emptyFixture(now);
  return { ...fixture, snapshot: { ...fixture.snapshot, vault: { status: 'none', keyring: false } } };
}

/** A name is made of other words than its button here: each is a sentence of its own, and longer by its own length. */
function isFault(fault: string): boolean {
  return !fault.startsWith('label-content-name-mismatch');
}

const places: readonly Place[] = [
  { name: 'wall' },
  { name: 'empty', fixture: emptyFixture },
  { name: 'settings', go: (page) => press(page, said.shell.settings) },
  { name: 'add-server', go: (page) => press(page, said.shell.addServer) },
  {
    name: 'dialog-delete',
    go: (page) => choose(page, said.session.moreFor('admin'), said.session.delete),
  },
  { name: 'vault-none', fixture: withoutVault },
];

/** The others take as long again. */
const short = ['wall', 'settings', 'dialog-delete'];

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
