import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import type { Keyring } from './keyring.ts';

export interface LaunchOptions {
  /** Where Lanyard keeps its data; a throw-away folder unless named. One that is named outlives `close`. */
  readonly userData?: string;
  readonly args?: readonly string[];
  /** A script that main loads before Lanyard itself. */
  readonly loadFirst?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Without one, Lanyard runs as on a machine that has no keyring, wherever the test runs. */
  readonly keyring?: Keyring;
  /** What the desktop calls itself, by which Chromium looks for its keyring; without one it is told where. */
  readonly desktop?: string;
}

export interface LaunchedLanyard {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  readonly close: () => Promise<void>;
}

const projectFolder = resolve(import.meta.dirname, '../..');

const realKeyring = ['-r', join(import.meta.dirname, 'real-keyring.cjs')];
const desktopKeyring = ['-r', join(import.meta.dirname, 'desktop-keyring.cjs')];
const noBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** Starts the built app, and resolves when its window has loaded. */
export async function launchLanyard(options: LaunchOptions = {}): Promise<LaunchedLanyard> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'lanyard-test-')));
  const { keyring, desktop, loadFirst, args = [] } = options;
  const found = desktop === undefined ? realKeyring : desktopKeyring;
  const named = desktop === undefined ? {} : { XDG_CURRENT_DESKTOP: desktop, DESKTOP_SESSION: '' };
  const app = await electron.launch({
    args: [
      ...(keyring ? found : []),
      ...(loadFirst === undefined ? [] : ['-r', loadFirst]),
      projectFolder,
      `--user-data-dir=${userData}`,
      ...args,
    ],
    env: { ...definedOnly(process.env), ...(keyring?.env ?? noBus), ...named, ...options.env },
    // Its own theme setting decides, not one that Playwright pretends.
    colorScheme: null,
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const close = async (): Promise<void> => {
    await app.close();
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
  };
  try {
    const window = await app.firstWindow();
    await window.waitForLoadState();
    return { app, window, userData, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
